// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "qml/uifixture.h"

#include "shell/uisetup.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQmlNetworkAccessManagerFactory>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTcpServer>

using namespace Switchboard::App;

/**
 * Every control that shows a text, fed with what strangers may send (SECURITY F1, F2): it draws,
 * nothing crashes, nobody is asked for anything.
 */
class TestComponents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hostileTexts_data();
    void hostileTexts();
    void theNetworkIsClosed();

private:
    QTcpServer m_canary; // somebody who would be asked for an image
};

namespace {

constexpr const char *controls[] = {
    "AppButton { text: HOSTILE; iconName: \"send\" }",
    "AppCheckBox { text: HOSTILE }",
    "AppCombo { name: \"n\"; model: [HOSTILE] }",
    "AppField { name: \"n\"; text: HOSTILE }",
    "AppField { name: \"n\"; placeholderText: HOSTILE; error: HOSTILE }",
    "AppTabs { name: \"n\"; labels: [HOSTILE, HOSTILE] }",
    "Badge { text: HOSTILE }",
    "Card { title: HOSTILE; hint: HOSTILE }",
    "EmptyState { iconName: \"x\"; text: HOSTILE; detail: HOSTILE; actionText: HOSTILE; width: 300 "
    "}",
    "FilterChip { text: HOSTILE; count: HOSTILE }",
    "IconButton { iconName: \"x\"; tip: HOSTILE }",
    "Keycap { text: HOSTILE }",
    "NavItem { text: HOSTILE; iconName: \"x\"; keys: \"\"; badge: HOSTILE; width: 200 }",
    "PlainText { text: HOSTILE; width: 200; elide: Text.ElideRight }",
    "Segmented { name: \"n\"; options: [HOSTILE, HOSTILE] }",
    "StatCard { title: HOSTILE; iconName: \"x\"; value: HOSTILE; unit: HOSTILE; note: HOSTILE }",
    "Strip { text: HOSTILE; actionText: HOSTILE; width: 600 }",
    "Toast { noticeId: 1; kind: 0; text: HOSTILE; actionText: HOSTILE }",
    "Toggle { text: HOSTILE; hint: HOSTILE }",
    "BusyDelegate { event: ({ name: HOSTILE, kind: 0, rate: 1 }); highest: 1; width: 300 }",
    "NoticeDelegate { noticeId: 1; kind: 3; text: HOSTILE; time: HOSTILE; actionText: HOSTILE; "
    "width: 300 }",
    "PresetTile { name: HOSTILE; target: HOSTILE; keyNumber: 1; asksForAck: true; sending: true; "
    "result: HOSTILE }",
    "ActivityDelegate { kind: 0; text: HOSTILE; ago: HOSTILE; width: 300 }",
    "Item { width: 300; height: 300; AppToolTip { text: HOSTILE; visible: true; delay: 0 } }",
    "Item { width: 300; height: 300; AppMenu { id: menu; AppMenuItem { text: HOSTILE; detail: "
    "HOSTILE; keys: HOSTILE } } Component.onCompleted: menu.open() }",
    "Item { width: 300; height: 300; AppDialog { id: dialog; title: HOSTILE; message: HOSTILE; "
    "confirmText: HOSTILE } Component.onCompleted: dialog.open() }",
};

}

void TestComponents::initTestCase()
{
    QVERIFY(m_canary.listen(QHostAddress::LocalHost));
}

void TestComponents::hostileTexts_data()
{
    const QString canary = QStringLiteral("http://127.0.0.1:%1/").arg(m_canary.serverPort());
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringLiteral("chat:message");
    QTest::newRow("empty") << QString();
    QTest::newRow("F1: image with a relative source") << QStringLiteral("<img src=a>");
    QTest::newRow("F2: image from the network")
        << QStringLiteral("<img src='%1a.png'>").arg(canary);
    QTest::newRow("F2: image from a file") << QStringLiteral("<img src='file:///etc/passwd'>");
    QTest::newRow("F2: huge image")
        << QStringLiteral("<img src='%1b.png' width=100000 height=100000>").arg(canary);
    QTest::newRow("style sheet")
        << QStringLiteral("<style>@import url(%1c.css)</style>x").arg(canary);
    QTest::newRow("link") << QStringLiteral("<a href='%1d'>click</a>").arg(canary);
    QTest::newRow("markdown image") << QStringLiteral("![a](%1e.png)").arg(canary);
    QTest::newRow("unclosed markup") << QStringLiteral("<b><i><table><tr><td>");
    QTest::newRow("mnemonics") << QStringLiteral("&File &&&a &");
    QTest::newRow("format specifiers") << QStringLiteral("%1 %2 %n %s %99");
    QTest::newRow("turned reading direction") << QStringLiteral("\u202egnp.exe\u202c");
    QTest::newRow("stacked marks") << QStringLiteral("a") + QString(500, QChar(0x0301));
    QTest::newRow("control characters") << QStringLiteral("a\x01\x1b[31m\nb\tc");
    QTest::newRow("quotes") << QStringLiteral("\"'`\\");
    QTest::newRow("long") << QString(20'000, u'A');
    QTest::newRow("entities") << QStringLiteral("&lt;img src=a&gt;&#x202e;");
}

void TestComponents::hostileTexts()
{
    QFETCH(QString, text);
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*\\.qml.*|.*QML.*")));
    QQmlEngine engine;
    prepareEngine(engine);
    QSignalSpy asked(&m_canary, &QTcpServer::newConnection);
    for (const char *control : controls) {
        QByteArray code = "import QtQuick\nimport Switchboard.Ui\nWindow { property string "
                          "hostile; visible: true;"
                          " width: 700; height: 400\n";
        code += QByteArray(control).replace("HOSTILE", "hostileHere.hostile")
            + "\nid: hostileHere }";
        QQmlComponent component(&engine);
        component.setData(code, {});
        const std::unique_ptr<QObject> object(
            component.createWithInitialProperties({{QStringLiteral("hostile"), text}}));
        QVERIFY2(object, qPrintable(QString::fromLatin1(control) + component.errorString()));
        auto *window = qobject_cast<QQuickWindow *>(object.get());
        QVERIFY(QTest::qWaitForWindowExposed(window));
        QVERIFY2(!window->grabWindow().isNull(), control);
    }
    QCoreApplication::processEvents();
    QCOMPARE(asked.count(), 0);
}

/** Even an Image that is pointed outside gets nothing. */
void TestComponents::theNetworkIsClosed()
{
    const QString canary = QStringLiteral("http://127.0.0.1:%1/").arg(m_canary.serverPort());
    for (const QString &source : {canary, QStringLiteral("file:///etc/hostname")}) {
        QQmlEngine engine;
        prepareEngine(engine);
        QSignalSpy asked(&m_canary, &QTcpServer::newConnection);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral(".*qrc:/refused.*")));
        QQmlComponent component(&engine);
        component.setData("import QtQuick\nImage { property url from; source: from }", {});
        const std::unique_ptr<QObject> image(
            component.createWithInitialProperties({{QStringLiteral("from"), QUrl(source)}}));
        QVERIFY(image);
        QTRY_COMPARE(image->property("status").toInt(), 3); // Image.Error
        QCOMPARE(asked.count(), 0);

        const std::unique_ptr<QNetworkAccessManager> network(
            engine.networkAccessManagerFactory()->create(nullptr));
        QNetworkReply *reply = network->get(QNetworkRequest(QUrl(source)));
        QSignalSpy finished(reply, &QNetworkReply::finished);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(reply->error(), QNetworkReply::ContentAccessDenied);
    }
}

UI_TEST_MAIN(TestComponents)
#include "tst_components.moc"
