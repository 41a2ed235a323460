// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/encodedpacket.h"

#include <QTest>

using namespace Switchboard::EngineIo;

class tst_EncodedPacket : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void message_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<QByteArray>("header");

        // RFC 6455 section 5.2; one more byte than the message, for the type.
        QTest::newRow("empty") << qsizetype(0) << QByteArray::fromHex("8101");
        QTest::newRow("longest with 7 bits") << qsizetype(124) << QByteArray::fromHex("817d");
        QTest::newRow("shortest with 16 bits") << qsizetype(125) << QByteArray::fromHex("817e007e");
        QTest::newRow("longest with 16 bits")
            << qsizetype(65'534) << QByteArray::fromHex("817effff");
        QTest::newRow("shortest with 64 bits")
            << qsizetype(65'535) << QByteArray::fromHex("817f0000000000010000");
    }

    void message()
    {
        QFETCH(qsizetype, size);
        QFETCH(QByteArray, header);
        const QByteArray text(size, 'x');
        const auto packet = EncodedPacket::message(text);
        QCOMPARE(packet->webSocketFrames(), header + '4' + text);
        QCOMPARE(packet->pollingText(), QByteArray('4' + text));
        QCOMPARE(packet->payloadSize(), size);
        QCOMPARE(packet->wireSize(), size + 1);
        QCOMPARE(packet->packetCount(), 1);
    }

    void pollingTextOfAMessageIsPartOfItsFrame()
    {
        const auto packet = EncodedPacket::message("hello");
        const QByteArray &frames = packet->webSocketFrames();
        QCOMPARE(packet->pollingText().data(), frames.constData() + 2);
    }

    void attachmentsFollow()
    {
        const QByteArray large(70'000, '\x01');
        const QByteArray medium(200, '\x02');
        const QByteArrayList attachments{
            QByteArray::fromHex("01020304"), QByteArray(), medium, large};
        const auto packet = EncodedPacket::message("51-[]", attachments);
        QCOMPARE(packet->webSocketFrames(),
            QByteArray("\x81\x06"
                       "451-[]")
                + QByteArray::fromHex("820401020304") + QByteArray::fromHex("8200")
                + QByteArray::fromHex("827e00c8") + medium
                + QByteArray::fromHex("827f0000000000011170") + large);
        QCOMPARE(packet->pollingText(),
            QByteArray("451-[]\x1e"
                       "bAQIDBA==\x1e"
                       "b\x1e"
                       "b"
                + medium.toBase64()
                + "\x1e"
                  "b"
                + large.toBase64()));
        QCOMPARE(packet->payloadSize(), 5 + 4 + medium.size() + large.size());
        QCOMPARE(packet->packetCount(), 5);
    }

    void pollingTextIsMadeOnce()
    {
        const auto packet = EncodedPacket::binary("\x01");
        QCOMPARE(packet->pollingText().data(), packet->pollingText().data());
    }

    void binaryHasNoType()
    {
        const auto packet = EncodedPacket::binary(QByteArray::fromHex("01020304"));
        QCOMPARE(packet->webSocketFrames(), QByteArray::fromHex("820401020304"));
        QCOMPARE(packet->pollingText(), QByteArray("bAQIDBA=="));
        QCOMPARE(packet->payloadSize(), 4);
        QCOMPARE(packet->wireSize(), 4);
        QCOMPARE(packet->packetCount(), 1);
    }

    void emptyBinary()
    {
        const auto packet = EncodedPacket::binary({});
        QCOMPARE(packet->webSocketFrames(), QByteArray::fromHex("8200"));
        QCOMPARE(packet->pollingText(), QByteArray("b"));
    }

    void controlIsNoMessage()
    {
        const auto packet = EncodedPacket::control("3probe");
        QCOMPARE(packet->webSocketFrames(),
            QByteArray("\x81\x06"
                       "3probe"));
        QCOMPARE(packet->pollingText(), QByteArray("3probe"));
        QCOMPARE(packet->payloadSize(), 0);
        QCOMPARE(packet->packetCount(), 0);
    }

    void sharedByItsReceivers()
    {
        const auto packet = EncodedPacket::message("x");
        const EncodedPacket::Ptr other = packet;
        QCOMPARE(other->webSocketFrames().constData(), packet->webSocketFrames().constData());
    }
};

QTEST_APPLESS_MAIN(tst_EncodedPacket)
#include "tst_encodedpacket.moc"
