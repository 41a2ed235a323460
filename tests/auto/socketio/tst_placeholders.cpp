// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/placeholders.h"

#include <QTest>

using namespace Switchboard::SocketIo;

/** What arrives is tested with the decoder; this is about what is sent. */
class tst_Placeholders : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void match_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("attachments");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *name, const char *json, int attachments, bool matches) {
            QTest::newRow(name) << QByteArray(json) << attachments << matches;
        };
        row("no attachments", R"({"_placeholder":true,"num":9})", 0, true);
        row("one", R"(1,{"_placeholder":true,"num":0})", 1, true);
        row("any order", R"([{"num":1,"_placeholder":true}],{"a":{"_placeholder":true,"num":0}})",
            2, true);
        row("one is not referred to", "1", 1, true);
        row("number too large", R"({"_placeholder":true,"num":1})", 1, false);
        row("twice", R"({"_placeholder":true,"num":0},{"_placeholder":true,"num":0})", 1, false);
        row("forged beside a real one",
            R"({"_placeholder":true,"num":0},{"_placeholder":true,"num":"x"})", 1, false);
    }

    void match()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, attachments);
        QFETCH(bool, matches);
        const QList<QByteArray> bytes(attachments, "x");
        QCOMPARE(
            placeholdersMatch({json, {bytes.constData(), static_cast<std::size_t>(bytes.size())}}),
            matches);
    }
};

QTEST_APPLESS_MAIN(tst_Placeholders)

#include "tst_placeholders.moc"
