// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/handshake.h"

#include <QTest>

using namespace Switchboard;
using namespace Switchboard::EngineIo;

class tst_Handshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void keepsEverything()
    {
        Net::HttpHeaders headers;
        headers.append("Host", "localhost:3000");
        headers.append("Cookie", "a=b: c; d=e");
        headers.append("X-Empty", "");
        headers.append("cookie", "second");
        const HeaderBlock block(headers);

        QCOMPARE(block.value("host"), QByteArray("localhost:3000"));
        QCOMPARE(block.value("COOKIE"), QByteArray("a=b: c; d=e"));
        QVERIFY(block.contains("x-empty"));
        QVERIFY(block.value("x-empty").isEmpty());
        QVERIFY(!block.contains("hos"));
        QVERIFY(block.value("origin").isEmpty());

        const auto fields = block.fields();
        QCOMPARE(fields.size(), headers.fields().size());
        for (qsizetype i = 0; i < fields.size(); ++i) {
            QCOMPARE(fields[i].name, headers.fields()[i].name);
            QCOMPARE(fields[i].value, headers.fields()[i].value);
        }
    }

    void empty()
    {
        const HeaderBlock block;
        QVERIFY(block.fields().isEmpty());
        QVERIFY(!block.contains(""));
    }
};

QTEST_APPLESS_MAIN(tst_Handshake)
#include "tst_handshake.moc"
