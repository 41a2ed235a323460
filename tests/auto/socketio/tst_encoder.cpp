// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/encoder.h"

#include "socketio/decoder.h"

#include <QTest>

using namespace Switchboard::SocketIo;

class tst_Encoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void event_data()
    {
        QTest::addColumn<QByteArray>("nsp");
        QTest::addColumn<qint64>("id");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<Args>("args");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no arguments") << QByteArray("/") << qint64(-1) << QByteArray("a") << Args{}
                                      << QByteArray(R"(2["a"])");
        QTest::newRow("arguments")
            << QByteArray("/") << qint64(-1) << QByteArray("a") << Args{1, "two", nullptr}
            << QByteArray(R"(2["a",1,"two",null])");
        QTest::newRow("namespace and id") << QByteArray("/x") << qint64(0) << QByteArray("a")
                                          << Args{true} << QByteArray(R"(2/x,0["a",true])");
        QTest::newRow("name needs escapes") << QByteArray("/") << qint64(12) << QByteArray("a\"\n")
                                            << Args{} << QByteArray("212[\"a\\\"\\n\"]");
        QTest::newRow("binary")
            << QByteArray("/x") << qint64(3) << QByteArray("b")
            << Args{Binary{"\x01"}, "t", Binary{"\x02"}}
            << QByteArray(
                   R"(52-/x,3["b",{"_placeholder":true,"num":0},"t",{"_placeholder":true,"num":1}])");
    }

    void event()
    {
        QFETCH(QByteArray, nsp);
        QFETCH(qint64, id);
        QFETCH(QByteArray, name);
        QFETCH(Args, args);
        QFETCH(QByteArray, text);
        QByteArray encoded;
        appendEvent(encoded, nsp, id, name, args);
        QCOMPARE(encoded, text);

        const auto packet = decode(encoded);
        QVERIFY(packet.ok());
        QCOMPARE(packet->nsp, QByteArrayView(nsp));
        QCOMPARE(packet->ackId, id);
        QCOMPARE(packet->event, QByteArrayView(name));
        QCOMPARE(packet->payload, ArgsView(args).json);
    }

    void others()
    {
        QByteArray text;
        appendAck(text, "/", 12, Args{"ok"});
        QCOMPARE(text, R"(312["ok"])");
        text.clear();
        appendAck(text, "/x", 0, {});
        QCOMPARE(text, "3/x,0[]");
        text.clear();
        appendAck(text, "/x", 1, Args{Binary{"b"}});
        QCOMPARE(text, R"(61-/x,1[{"_placeholder":true,"num":0}])");
        text.clear();
        appendConnect(text, "/", "abc");
        QCOMPARE(text, R"(0{"sid":"abc"})");
        text.clear();
        appendConnect(text, "/x", "abc");
        QCOMPARE(text, R"(0/x,{"sid":"abc"})");
        text.clear();
        appendConnectError(text, "/x", "no \"entry\"", {});
        QCOMPARE(text, "4/x,{\"message\":\"no \\\"entry\\\"\"}");
        text.clear();
        appendConnectError(text, "/", "no", R"({"why":1})");
        QCOMPARE(text, R"(4{"message":"no","data":{"why":1}})");
        text.clear();
        appendDisconnect(text, "/");
        appendDisconnect(text, "/x");
        QCOMPARE(text, "11/x,");
    }
};

QTEST_APPLESS_MAIN(tst_Encoder)

#include "tst_encoder.moc"
