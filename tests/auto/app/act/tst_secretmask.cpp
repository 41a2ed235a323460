// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/secretmask.h"

#include "core/jsonscanner.h"

#include <QtTest>

using namespace Switchboard;
using namespace Switchboard::App;

class tst_SecretMask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masks_data();
    void masks();
};

void tst_SecretMask::masks_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *name, const char *json, const char *shown) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(shown);
    };
    row("nothing secret", R"({ "name": "ada", "n": 1.0 })", R"({ "name": "ada", "n": 1.0 })");
    row("token", R"({"token":"abc"})", R"({"token":"••••••"})");
    row("any case, within a word", R"({"accessToken":"abc","API_KEY":1})",
        R"({"accessToken":"••••••","API_KEY":"••••••"})");
    row("whole objects", R"({"password":{"a":[1,2]},"b":3})", R"({"password":"••••••","b":3})");
    row("nested", R"({"a":[{"secret":null}]})", R"({"a":[{"secret":"••••••"}]})");
    row("hidden behind an escape", R"({"\u0074oken":"abc"})", R"({"\u0074oken":"••••••"})");
    row("last member", R"({"a":1,"cookie":"x"})", R"({"a":1,"cookie":"••••••"})");
    row("secret only as a value", R"({"a":"token"})", R"({"a":"token"})");
    row("not JSON", R"({"token":"abc")", "");
    row("broken behind a secret", R"({"token":abc})", "");
}

void tst_SecretMask::masks()
{
    QFETCH(QByteArray, json);
    const QByteArray shown = maskSecrets(json);
    QTEST(shown, "shown");
    QVERIFY(shown.isEmpty() || !Json::check(shown));
}

QTEST_GUILESS_MAIN(tst_SecretMask)
#include "tst_secretmask.moc"
