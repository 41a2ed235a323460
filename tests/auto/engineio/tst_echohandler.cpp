// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "enginefixture.h"
#include "engineio/echohandler.h"

using namespace Switchboard;
using namespace Switchboard::EngineIo;

class tst_EchoHandler : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void polling()
    {
        EchoHandler echo;
        EngineFixture engine({}, &echo);
        const QByteArray sid = engine.openPolling();
        const QByteArray body("4hello\x1e"
                              "bAQIDBA==\x1e"
                              "4\xE2\x82\xAC");
        const auto post = engine.post(sid, body);
        QTRY_VERIFY(post->isDone());
        const auto poll = engine.poll(sid);
        QTRY_VERIFY(poll->isDone());
        QCOMPARE(poll->body(), body);
    }

    void webSocket()
    {
        EchoHandler echo;
        EngineFixture engine({}, &echo);
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        client->send("4hello");
        client->sendBinary("\x01\x02");
        QTRY_COMPARE(client->received.size(), 3);
        QCOMPARE(client->received.mid(1), QByteArrayList({"4hello", "binary:\x01\x02"}));
    }
};

QTEST_GUILESS_MAIN(tst_EchoHandler)
#include "tst_echohandler.moc"
