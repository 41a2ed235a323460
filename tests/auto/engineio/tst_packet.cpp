// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/packet.h"

#include <QTest>

using namespace Switchboard;
using namespace Switchboard::EngineIo;

namespace {

/** Packets in a form that tables can compare: type digit, form letter, data. */
QByteArray spelled(const QList<Packet> &packets)
{
    QByteArrayList texts;
    for (const Packet &packet : packets) {
        const QByteArray type = QByteArray::number(static_cast<int>(packet.type));
        if (packet.form == Packet::Form::Base64) {
            texts.append(type + "b:" + decodeBase64(packet.data).toHex());
        } else {
            texts.append(type + ':' + packet.data.toByteArray());
        }
    }
    return texts.join('|');
}

constexpr auto noError = ParseError(0);

} // namespace

class tst_Packet : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void decodePacket_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<ParseError>("error");

        QTest::newRow("open") << QByteArray("0{}") << QByteArray("0:{}") << noError;
        QTest::newRow("close") << QByteArray("1") << QByteArray("1:") << noError;
        QTest::newRow("ping probe") << QByteArray("2probe") << QByteArray("2:probe") << noError;
        QTest::newRow("pong") << QByteArray("3") << QByteArray("3:") << noError;
        QTest::newRow("message") << QByteArray("4hello") << QByteArray("4:hello") << noError;
        QTest::newRow("empty message") << QByteArray("4") << QByteArray("4:") << noError;
        QTest::newRow("message that looks like base64")
            << QByteArray("4bAQ==") << QByteArray("4:bAQ==") << noError;
        QTest::newRow("message with NUL")
            << QByteArray("4a\0b", 4) << QByteArray("4:a\0b", 5) << noError;
        QTest::newRow("upgrade") << QByteArray("5") << QByteArray("5:") << noError;
        QTest::newRow("noop") << QByteArray("6") << QByteArray("6:") << noError;
        QTest::newRow("binary") << QByteArray("bAQIDBA==") << QByteArray("4b:01020304") << noError;
        QTest::newRow("empty binary") << QByteArray("b") << QByteArray("4b:") << noError;

        const QByteArray nothing;
        QTest::newRow("empty") << QByteArray("") << nothing << ParseError::EmptyPacket;
        QTest::newRow("type 7") << QByteArray("7") << nothing << ParseError::UnknownType;
        QTest::newRow("type /") << QByteArray("/") << nothing << ParseError::UnknownType;
        QTest::newRow("letter") << QByteArray("abc") << nothing << ParseError::UnknownType;
        QTest::newRow("upper case B") << QByteArray("BAQ==") << nothing << ParseError::UnknownType;
        QTest::newRow("space before") << QByteArray(" 4") << nothing << ParseError::UnknownType;
        QTest::newRow("NUL") << QByteArray("\0", 1) << nothing << ParseError::UnknownType;
        QTest::newRow("high byte")
            << QByteArray("\xE2\x82\xAC") << nothing << ParseError::UnknownType;
        QTest::newRow("v3 type digit in base64")
            << QByteArray("b4AQIDBA==") << nothing << ParseError::BadBase64;
    }

    void decodePacket()
    {
        QFETCH(QByteArray, text);
        const auto packet = EngineIo::decodePacket(text);
        if (packet) {
            QTEST(spelled({*packet}), "expected");
        }
        QTEST(packet ? noError : packet.error(), "error");
    }

    void isBase64_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");

        QTest::newRow("nothing") << QByteArray("") << true;
        QTest::newRow("one byte") << QByteArray("/w==") << true;
        QTest::newRow("two bytes") << QByteArray("//8=") << true;
        QTest::newRow("three bytes") << QByteArray("+/+/") << true;

        QTest::newRow("no padding") << QByteArray("/w") << false;
        QTest::newRow("half the padding") << QByteArray("/w=") << false;
        QTest::newRow("only padding") << QByteArray("====") << false;
        QTest::newRow("padding of nothing") << QByteArray("==") << false;
        QTest::newRow("padding in the middle") << QByteArray("/w==/w==") << false;
        QTest::newRow("one digit") << QByteArray("A===") << false;
        QTest::newRow("stray bits, two digits") << QByteArray("/x==") << false;
        QTest::newRow("stray bits, three digits") << QByteArray("//9=") << false;
        QTest::newRow("url alphabet") << QByteArray("-_-_") << false;
        QTest::newRow("line break") << QByteArray("AAAA\r\nAA") << false;
        QTest::newRow("space") << QByteArray("AA A") << false;
        QTest::newRow("NUL") << QByteArray("AA\0A", 4) << false;
        QTest::newRow("high byte") << QByteArray("AA\xFF"
                                                 "A")
                                   << false;
    }

    void isBase64()
    {
        QFETCH(QByteArray, text);
        QTEST(EngineIo::isBase64(text), "valid");
    }

    void base64Roundtrip()
    {
        QByteArray bytes;
        for (int i = 0; i < 300; ++i) {
            const QByteArray text = bytes.toBase64();
            QVERIFY(EngineIo::isBase64(text));
            QCOMPARE(decodeBase64(text), bytes);
            bytes.append(static_cast<char>(i * 7));
        }
    }

    void decodePayload_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<ParseError>("error");

        QTest::newRow("one") << QByteArray("4hello") << QByteArray("4:hello") << noError;
        QTest::newRow("text and binary") << QByteArray("4hello\x1e"
                                                       "bAQIDBA==")
                                         << QByteArray("4:hello|4b:01020304") << noError;
        QTest::newRow("every type") << QByteArray("0\x1e"
                                                  "1\x1e"
                                                  "2\x1e"
                                                  "3\x1e"
                                                  "4\x1e"
                                                  "5\x1e"
                                                  "6")
                                    << QByteArray("0:|1:|2:|3:|4:|5:|6:") << noError;
        QTest::newRow("multibyte text")
            << QByteArray("4\xE2\x82\xAC\x1e"
                          "4\xF0\x9F\x98\x80")
            << QByteArray("4:\xE2\x82\xAC|4:\xF0\x9F\x98\x80") << noError;
        QTest::newRow("as many as allowed") << QByteArray("4\x1e"
                                                          "4\x1e"
                                                          "4\x1e"
                                                          "4\x1e"
                                                          "4\x1e"
                                                          "4\x1e"
                                                          "4\x1e"
                                                          "4")
                                            << QByteArray("4:|4:|4:|4:|4:|4:|4:|4:") << noError;

        const QByteArray nothing;
        QTest::newRow("empty body") << QByteArray("") << nothing << ParseError::EmptyPacket;
        QTest::newRow("only a separator")
            << QByteArray("\x1e") << nothing << ParseError::EmptyPacket;
        QTest::newRow("separator at the start") << QByteArray("\x1e"
                                                              "4a")
                                                << nothing << ParseError::EmptyPacket;
        QTest::newRow("separator at the end")
            << QByteArray("4a\x1e") << nothing << ParseError::EmptyPacket;
        QTest::newRow("two separators") << QByteArray("4a\x1e\x1e"
                                                      "4b")
                                        << nothing << ParseError::EmptyPacket;
        QTest::newRow("bad packet after good ones") << QByteArray("4a\x1e"
                                                                  "4b\x1e"
                                                                  "9")
                                                    << nothing << ParseError::UnknownType;
        QTest::newRow("v3 payload") << QByteArray("6:4hello") << QByteArray("6::4hello") << noError;
        QTest::newRow("v3 payload of two")
            << QByteArray("10:4hello6:4x") << QByteArray("1:0:4hello6:4x") << noError;
        QTest::newRow("v3 payload, euro")
            << QByteArray("8:4euro") << nothing << ParseError::UnknownType;
        QTest::newRow("bad base64") << QByteArray("4a\x1e"
                                                  "b?")
                                    << nothing << ParseError::BadBase64;
        QTest::newRow("bad UTF-8") << QByteArray("4a\x1e"
                                                 "4\xFF")
                                   << nothing << ParseError::BadUtf8;
        QTest::newRow("surrogate") << QByteArray("4\xED\xA0\x80") << nothing << ParseError::BadUtf8;
        QTest::newRow("code point over a separator")
            << QByteArray("4\xE2\x1e\x82\xAC") << nothing << ParseError::BadUtf8;
        QTest::newRow("one too many") << QByteArray("4\x1e"
                                                    "4\x1e"
                                                    "4\x1e"
                                                    "4\x1e"
                                                    "4\x1e"
                                                    "4\x1e"
                                                    "4\x1e"
                                                    "4\x1e"
                                                    "4")
                                      << nothing << ParseError::TooManyPackets;
        QTest::newRow("half a million")
            << QByteArray("2\x1e").repeated(500'000) << nothing << ParseError::TooManyPackets;
    }

    void decodePayload()
    {
        QFETCH(QByteArray, body);
        const auto packets = EngineIo::decodePayload(body, 8);
        if (packets) {
            QTEST(spelled(*packets), "expected");
        }
        QTEST(packets ? noError : packets.error(), "error");
    }

    void everyErrorHasWords()
    {
        QByteArrayList words;
        for (const auto error : {ParseError::EmptyPacket, ParseError::UnknownType,
                 ParseError::BadBase64, ParseError::BadUtf8, ParseError::TooManyPackets}) {
            words.append(text(error));
            QVERIFY(!words.last().isEmpty());
        }
        QCOMPARE(QSet<QByteArray>(words.begin(), words.end()).size(), words.size());
    }
};

QTEST_APPLESS_MAIN(tst_Packet)
#include "tst_packet.moc"
