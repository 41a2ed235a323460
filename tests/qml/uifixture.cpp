// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "qml/uifixture.h"

#include "cli/commandline.h"
#include "engine/servercontrol.h"
#include "shell/uisetup.h"

#include <QAccessible>
#include <QApplication>
#include <QQmlAbstractUrlInterceptor>
#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest>

using namespace Switchboard;
using namespace Switchboard::App;

namespace {

DashboardOptions options(const QTemporaryDir &folder)
{
    DashboardOptions options;
    options.launch.config.port = 0;
    options.launch.portChosen = true;
    options.launch.prepare = [](Server &server) { return CommandLine().prepare(server); };
    options.dataFolder = folder.path();
    options.settingsFile = folder.filePath(QStringLiteral("settings.ini"));
    return options;
}

/** Reads our QML files from the source folder in place of the embedded ones. */
class FromSource : public QQmlAbstractUrlInterceptor
{
public:
    QUrl intercept(const QUrl &url, DataType type) override
    {
        const QString path = url.path();
        if (!path.startsWith(m_embedded)) {
            return url;
        }
        const QString name = path.mid(m_embedded.size());
        if (type == QmldirFile) {
            return QUrl::fromLocalFile(QStringLiteral(UI_MODULE_FOLDER "/") + name);
        }
        return type == QmlFile ? QUrl::fromLocalFile(m_source + u'/' + name) : url;
    }

private:
    const QString m_embedded = QStringLiteral("/qt/qml/Switchboard/Ui/");
    const QString m_source = qEnvironmentVariable("SWITCHBOARD_QML");
};

QQuickItem *findNamed(QQuickItem *item, const QString &name)
{
    if (item->isVisible()) {
        if (const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(item);
            accessible && accessible->text(QAccessible::Name) == name) {
            return item;
        }
        const auto children = item->childItems();
        for (QQuickItem *child : children) {
            if (QQuickItem *found = findNamed(child, name)) {
                return found;
            }
        }
    }
    return nullptr;
}

} // namespace

UiFixture::UiFixture()
    : m_dashboard(std::make_unique<Dashboard>(options(m_folder)))
{ }

UiFixture::~UiFixture()
{
    m_engine.reset();
    if (m_dashboard->server()->isRunning()) {
        m_dashboard->server()->stop();
        [&] { QTRY_COMPARE(m_dashboard->server()->state(), ServerState::Stopped); }();
    }
}

bool UiFixture::load(QSize size)
{
    m_engine = std::make_unique<QQmlApplicationEngine>();
    prepareEngine(*m_engine);
    static FromSource fromSource;
    if (qEnvironmentVariableIsSet("SWITCHBOARD_QML")) {
        m_engine->addUrlInterceptor(&fromSource);
    }
    m_engine->setInitialProperties(
        {{QStringLiteral("dashboard"), QVariant::fromValue(m_dashboard.get())}});
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Switchboard/Ui/Main.qml")));
    if (m_engine->rootObjects().isEmpty()) {
        return false;
    }
    m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().constFirst());
    m_window->resize(size);
    m_window->show();
    return QTest::qWaitForWindowExposed(m_window);
}

bool UiFixture::start()
{
    m_dashboard->server()->start();
    return QTest::qWaitFor([this] { return m_dashboard->server()->isRunning(); });
}

QQuickItem *UiFixture::named(const QString &name) const
{
    return findNamed(m_window->contentItem(), name);
}

void UiFixture::click(QQuickItem *item) const
{
    const QPointF middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    QTest::mouseClick(m_window, Qt::LeftButton, {}, middle.toPoint());
}

DemoClient::DemoClient(const QString &url, const QString &nsp, const QString &name)
    : m_nsp(nsp)
{
    QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
        [this, name](const QString &message) {
            if (message.startsWith(u'0')) {
                m_socket.sendTextMessage(u"40" % m_nsp % u",{\"name\":\"" % name % u"\"}");
            } else if (message.startsWith(QStringView(u"40"))) {
                m_joined = true;
            } else if (message == u"2") {
                m_socket.sendTextMessage(QStringLiteral("3"));
            }
        });
    QUrl address(url + QStringLiteral("/socket.io/?EIO=4&transport=websocket"));
    address.setScheme(QStringLiteral("ws"));
    m_socket.open(address);
}

void DemoClient::emitEvent(const QString &packet)
{
    m_socket.sendTextMessage(u"42" % m_nsp % u',' % packet);
}

void prepareUiTest()
{
    prepareUi();
}

void startUiTest()
{
    QCoreApplication::setApplicationVersion(QStringLiteral("1.0"));
    QAccessible::setActive(true);
    prepareApplication();
}
