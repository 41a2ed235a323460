// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/serverconfig.h"

#include <QTest>

using namespace Switchboard;

class tst_ServerConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySettingReadsBackWhatItWrites();
    void taken_data();
    void taken();
    void refused_data();
    void refused();
    void effects();
    void lanIsStricter();
};

void tst_ServerConfig::everySettingReadsBackWhatItWrites()
{
    ServerConfig config;
    const auto before = config.settings();
    QVERIFY(before.size() > 60);
    for (const auto &[key, value] : before) {
        const auto result = config.set(key, value);
        QVERIFY2(result.ok(), qPrintable(result.ok() ? QString() : result.error().sentence));
    }
    QCOMPARE(config.settings(), before);
}

void tst_ServerConfig::taken_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("reads");
    const auto row = [](const char *key, const char *value, const char *reads) {
        QTest::addRow("%s=%s", key, value)
            << QString::fromLatin1(key) << QString::fromLatin1(value) << QString::fromLatin1(reads);
    };
    row("path", "/engine.io/", "/engine.io");
    row("pingInterval", "300", "300");
    row("transports", "websocket", "websocket");
    row("transports", "websocket, polling", "polling,websocket");
    row("cookie", "true", "io");
    row("cookie", "sid", "sid");
    row("cookie", "false", "false");
    row("cors", "*", "*");
    row("cors", "http://a.test, http://b.test:8080", "http://a.test,http://b.test:8080");
    row("cors", "false", "");
    row("limits.jsonDepth", "10", "10");
    row("limits.attachments", "20", "20");
    row("acceptAnyNamespace", "true", "true");
}

void tst_ServerConfig::taken()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, reads);
    ServerConfig config;
    QVERIFY(config.set(key, value).ok());
    bool found = false;
    for (const auto &[name, now] : config.settings()) {
        if (name == key) {
            QCOMPARE(now, reads);
            found = true;
        }
    }
    QVERIFY(found);
}

void tst_ServerConfig::refused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *key, const char *value, const char *sentence) {
        QTest::addRow("%s=%s", key, value) << QString::fromLatin1(key) << QString::fromLatin1(value)
                                           << QString::fromLatin1(sentence);
    };
    row("nonsense", "1", "There is no option nonsense.");
    row("pingInterval", "-1", "whole number");
    row("pingInterval", "1.5", "whole number");
    row("pingInterval", "99999999999999999999", "whole number");
    row("maxHttpBufferSize", "lots", "whole number");
    row("allowUpgrades", "yes", "true or false");
    row("transports", "carrier-pigeon", "polling, websocket or both");
    row("transports", "", "polling, websocket or both");
    row("path", "socket.io", "a path such as");
    row("path", "/", "a path such as");
    row("path", "/a?b", "a path such as");
    row("cookie", "a;b", "cookie name");
    row("cookie", "", "cookie name");
}

void tst_ServerConfig::refused()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, sentence);
    ServerConfig config;
    const auto before = config.settings();
    const auto result = config.set(key, value);
    QVERIFY(!result.ok());
    QVERIFY2(result.error().sentence.contains(sentence), qPrintable(result.error().sentence));
    QCOMPARE(config.settings(), before);
}

void tst_ServerConfig::effects()
{
    ServerConfig config;
    QVERIFY(config.set(QStringLiteral("pingTimeout"), QStringLiteral("200")).ok());
    QCOMPARE(config.pingTimeout, std::chrono::milliseconds(200));
    QVERIFY(config.set(QStringLiteral("transports"), QStringLiteral("polling")).ok());
    QVERIFY(config.pollingTransport);
    QVERIFY(!config.webSocketTransport);
    QVERIFY(config.set(QStringLiteral("cookie"), QStringLiteral("true")).ok());
    QCOMPARE(config.cookie->sameSite, QByteArray("lax"));
    QVERIFY(config.set(QStringLiteral("limits.jsonNodes"), QStringLiteral("7")).ok());
    QCOMPARE(config.limits.json.nodes, 7);
}

void tst_ServerConfig::lanIsStricter()
{
    const Limits local;
    const Limits lan = Limits::lan();
    QVERIFY(lan.connections < local.connections);
    QVERIFY(lan.connectionsPerAddress > 0);
    QVERIFY(lan.handshakesPerSecondPerAddress > 0);
}

QTEST_APPLESS_MAIN(tst_ServerConfig)
#include "tst_serverconfig.moc"
