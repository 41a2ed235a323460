// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engine/servercontrol.h"
#include "qml/uifixture.h"

#include <QAccessible>
#include <QDesktopServices>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QQuickItem>
#include <QQuickWindow>

#include <algorithm>

using namespace Switchboard::App;

namespace {

constexpr int patience = 30'000; // ms, for one step of a browser

/** What journey.js drives: real browsers, each as one person. Ends them when it goes. */
class Browsers
{
public:
    Browsers();
    ~Browsers();
    Q_DISABLE_COPY_MOVE(Browsers)

    /** Value or error of the step, after the browser has done it. */
    QByteArray ask(const char *step, const char *who, const QByteArray &text = {});

    /** The next outcome that is printed. */
    QByteArray outcome();

private:
    QProcess m_process;
};

Browsers::Browsers()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("NODE_PATH"), QStringLiteral(JOURNEY_NODE_PATH));
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(JOURNEY_NODE),
        {QStringLiteral(JOURNEY_SCRIPT), QStringLiteral(JOURNEY_CHROMIUM)});
}

Browsers::~Browsers()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(patience)) {
        m_process.terminate(); // takes its browser along, which being killed does not
        m_process.waitForFinished();
    }
}

QByteArray Browsers::ask(const char *step, const char *who, const QByteArray &text)
{
    const QJsonObject order{{QStringLiteral("step"), QString::fromLatin1(step)},
        {QStringLiteral("who"), QString::fromLatin1(who)},
        {QStringLiteral("text"), QString::fromUtf8(text)}};
    m_process.write(QJsonDocument(order).toJson(QJsonDocument::Compact) + '\n');
    return outcome();
}

QByteArray Browsers::outcome()
{
    const auto isTold
        = [this] { return m_process.canReadLine() || m_process.state() == QProcess::NotRunning; };
    if (!QTest::qWaitFor(isTold, patience) || !m_process.canReadLine()) {
        return "no answer: " + m_process.errorString().toUtf8();
    }
    const QJsonObject outcome = QJsonDocument::fromJson(m_process.readLine()).object();
    const QJsonValue value = outcome.value(QStringLiteral("value"));
    return (value.isString() ? value : outcome.value(QStringLiteral("error"))).toString().toUtf8();
}

/** Stands in for the desktop's browser: keeps what it is asked to open. */
class UrlCatcher : public QObject
{
    Q_OBJECT

public:
    UrlCatcher() { QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "open"); }

    ~UrlCatcher() override { QDesktopServices::unsetUrlHandler(QStringLiteral("http")); }

    Q_DISABLE_COPY_MOVE(UrlCatcher)

    QList<QUrl> urls;

public Q_SLOTS:

    void open(const QUrl &url) { urls.append(url); }
};

/** Every item below @p item that is visible and has that role. */
void collect(QQuickItem *item, QAccessible::Role role, QList<QQuickItem *> &found)
{
    if (!item->isVisible()) {
        return;
    }
    const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(item);
    if (accessible && accessible->role() == role) {
        found.append(item);
    }
    const auto children = item->childItems();
    for (QQuickItem *child : children) {
        collect(child, role, found);
    }
}

QString nameOf(QQuickItem *item)
{
    return QAccessible::queryAccessibleInterface(item)->text(QAccessible::Name);
}

} // namespace

/**
 * What a new user does in the first minutes, from launch to disconnecting somebody, with the window
 * and with real browsers. Each leg goes on where the one before ended and prints its time.
 */
class Journey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void launches();
    void showsTheFirstRowAfterOpenDemo();
    void letsTwoBrowsersTalk();
    void showsTheMessageInTraffic();
    void emitsToOneOfThem();
    void disconnectsIt();

private:
    QList<QQuickItem *> items(QAccessible::Role role) const;
    /** The item with that role whose name begins with @p beginning, and that can be used. */
    QQuickItem *find(QAccessible::Role role, const char *beginning) const;
    /** Waits for it. */
    void see(QAccessible::Role role, const char *beginning) const;
    /** Waits for it and clicks its middle. */
    void click(QAccessible::Role role, const char *beginning);
    void type(const char *text);

    /** What Open demo opened. */
    QByteArray demo() const { return m_opened.urls.constFirst().toEncoded(); }

    std::unique_ptr<Browsers> m_browsers;
    std::unique_ptr<UiFixture> m_ui;
    UrlCatcher m_opened;
    QElapsedTimer m_leg;
    qint64 m_total = 0; // ms
    int m_clicks = 0;
    bool m_failed = false;
};

void Journey::initTestCase()
{
    // A user's browser runs already; its start is not part of the journey.
    m_browsers = std::make_unique<Browsers>();
    const QByteArray started = m_browsers->outcome();
    QVERIFY2(started.startsWith("Chromium "), started.constData());
}

void Journey::init()
{
    QTest::failOnWarning(
        QRegularExpression(QStringLiteral(".*\\.qml.*|.*QML.*|.*inding loop.*|.*icon.*")));
    if (m_failed) {
        QSKIP("a leg before this one failed");
    }
    m_leg.start();
}

void Journey::cleanup()
{
    m_failed = m_failed || QTest::currentTestFailed();
    if (!m_failed) {
        m_total += m_leg.elapsed();
        qInfo("%6.2f s, after %d clicks", double(m_leg.elapsed()) / 1000, m_clicks);
    }
}

void Journey::cleanupTestCase()
{
    qInfo("%6.2f s in all", double(m_total) / 1000);
    m_ui.reset();
    m_browsers.reset();
}

QList<QQuickItem *> Journey::items(QAccessible::Role role) const
{
    QList<QQuickItem *> found;
    collect(m_ui->window()->contentItem(), role, found);
    return found;
}

QQuickItem *Journey::find(QAccessible::Role role, const char *beginning) const
{
    const auto candidates = items(role);
    for (QQuickItem *item : candidates) {
        if (item->isEnabled() && nameOf(item).startsWith(QUtf8StringView(beginning).toString())) {
            return item;
        }
    }
    return nullptr;
}

void Journey::see(QAccessible::Role role, const char *beginning) const
{
    const auto isThere = [&] { return find(role, beginning) != nullptr; };
    if (QTest::currentTestFailed() || QTest::qWaitFor(isThere)) {
        return;
    }
    QStringList names;
    const auto candidates = items(role);
    std::transform(candidates.begin(), candidates.end(), std::back_inserter(names), nameOf);
    QFAIL(qPrintable(QStringLiteral("\"%1\" is not among: %2")
                         .arg(QUtf8StringView(beginning).toString(), names.join(u" | "))));
}

void Journey::click(QAccessible::Role role, const char *beginning)
{
    see(role, beginning);
    if (QTest::currentTestFailed()) {
        return;
    }
    m_ui->window()->grabWindow(); // lays everything out
    m_ui->click(find(role, beginning));
    ++m_clicks;
}

void Journey::type(const char *text)
{
    for (; *text != '\0'; ++text) {
        QTest::keyClick(m_ui->window(), *text);
    }
}

void Journey::launches()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY(m_ui->load());
    QVERIFY(m_ui->start());
}

void Journey::showsTheFirstRowAfterOpenDemo()
{
    click(QAccessible::Button, "Open demo");
    QCOMPARE(m_opened.urls, QList{QUrl(m_ui->dashboard().server()->demoUrl())});
    QCOMPARE(m_browsers->ask("open", "Ada", demo()), "Connected by WebSocket");
    click(QAccessible::PageTab, "Traffic");
    see(QAccessible::ListItem, "In, join, namespace /chat, from Ada");
    QVERIFY(m_clicks <= 3);
}

void Journey::letsTwoBrowsersTalk()
{
    QCOMPARE(m_browsers->ask("open", "Grace", demo()), "Connected by WebSocket");
    QCOMPARE(m_browsers->ask("say", "Ada", "hello <b>Grace</b>"), "");
    QCOMPARE(m_browsers->ask("author", "Grace", "hello <b>Grace</b>"), "Ada");
    QCOMPARE(m_browsers->ask("say", "Grace", "hello Ada"), "");
    QCOMPARE(m_browsers->ask("author", "Ada", "hello Ada"), "Grace");
}

void Journey::showsTheMessageInTraffic()
{
    click(QAccessible::ListItem, "In, message, namespace /chat, from Ada");
    see(QAccessible::Heading, "message");
    see(QAccessible::TreeItem, "name \"Ada\"");
    see(QAccessible::TreeItem, "room \"den\"");
    see(QAccessible::TreeItem, "text \"hello <b>Grace</b>\"");
    // It went out to the room, and the sender was answered.
    see(QAccessible::ListItem, "Out, message, namespace /chat, room den");
    see(QAccessible::ListItem, "Ack out, message, namespace /chat, from Ada");
}

void Journey::emitsToOneOfThem()
{
    click(QAccessible::PageTab, "Emit");
    click(QAccessible::EditableText, "Event");
    type("announce");
    click(QAccessible::Button, "Choose a namespace");
    click(QAccessible::MenuItem, "/chat");
    click(QAccessible::RadioButton, "Clients");
    click(QAccessible::Button, "Add a client");
    click(QAccessible::ListItem, "Client Grace");
    click(QAccessible::Button, "Add argument");
    click(QAccessible::EditableText, "Text of argument 1");
    QTest::keyClick(m_ui->window(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(m_ui->window(), Qt::Key_Delete);
    type("\"five minutes left\"");
    click(QAccessible::Button, "Send");
    QCOMPARE(m_browsers->ask("author", "Grace", "five minutes left"), "Operator: announce");
    // One client is asked to acknowledge; the demo answers with its name.
    see(QAccessible::ListItem, "Grace, {\"name\":\"Grace\"}");

    // What Ada gets after it shows that she did not get it.
    QCOMPARE(m_browsers->ask("say", "Grace", "got it"), "");
    QCOMPARE(m_browsers->ask("author", "Ada", "got it"), "Grace");
    QCOMPARE(m_browsers->ask("messages", "Ada"), "hello <b>Grace</b>\nhello Ada\ngot it");
}

void Journey::disconnectsIt()
{
    click(QAccessible::PageTab, "Clients, 2");
    click(QAccessible::ListItem, "Grace, ");
    click(QAccessible::Button, "Disconnect");
    QCOMPARE(m_browsers->ask("notice", "Grace"), "Disconnected: io server disconnect");
    see(QAccessible::PageTab, "Clients, 1");
    QCOMPARE(m_browsers->ask("state", "Ada"), "Connected by WebSocket");
}

UI_TEST_MAIN(Journey)
#include "journey.moc"
