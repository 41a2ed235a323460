// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/websocketreader.h"
#include "shared/wireclient.h"

#include <QTest>

using namespace Switchboard;
using namespace Switchboard::Net;
using namespace Switchboard::Testing;

namespace {

constexpr WebSocketReader::Limits limits{1000, 5};

const char *nameOf(WebSocketError error)
{
    switch (error) {
    case WebSocketError::ReservedBits:
        return "ReservedBits";
    case WebSocketError::ReservedOpcode:
        return "ReservedOpcode";
    case WebSocketError::NotMasked:
        return "NotMasked";
    case WebSocketError::LengthNotMinimal:
        return "LengthNotMinimal";
    case WebSocketError::LengthTooBig:
        return "LengthTooBig";
    case WebSocketError::ControlTooLong:
        return "ControlTooLong";
    case WebSocketError::ControlFragmented:
        return "ControlFragmented";
    case WebSocketError::NothingToContinue:
        return "NothingToContinue";
    case WebSocketError::ExpectedContinuation:
        return "ExpectedContinuation";
    case WebSocketError::BadClosePayload:
        return "BadClosePayload";
    case WebSocketError::BadCloseCode:
        return "BadCloseCode";
    case WebSocketError::BadUtf8:
        return "BadUtf8";
    case WebSocketError::MessageTooBig:
        return "MessageTooBig";
    case WebSocketError::TooManyFragments:
        return "TooManyFragments";
    default:
        return "?";
    }
}

/** Events of @p pieces, one per line. */
QByteArray outcome(const QList<QByteArray> &pieces)
{
    using Kind = WebSocketReader::Event::Kind;
    WebSocketReader reader;
    reader.setLimits(limits);
    QByteArray result;
    for (QByteArray piece : pieces) {
        std::span<char> bytes(piece.data(), std::size_t(piece.size()));
        for (;;) {
            const WebSocketReader::Event event = reader.next(bytes);
            if (event.kind == Kind::NeedMore) {
                break;
            }
            switch (event.kind) {
            case Kind::Message:
                result += (event.isBinary ? "binary " : "text ") + event.payload.toByteArray();
                break;
            case Kind::Ping:
                result += "ping " + event.payload.toByteArray();
                break;
            case Kind::Pong:
                result += "pong " + event.payload.toByteArray();
                break;
            case Kind::Close:
                result += "close " + QByteArray::number(event.closeCode) + ' '
                    + event.payload.toByteArray();
                break;
            default:
                return result + nameOf(event.error);
            }
            result += '\n';
        }
    }
    return result + (reader.isInside() ? "inside" : "done");
}

QByteArray frame(int opcode, const QByteArray &payload, bool isFinal = true)
{
    return WireClient::frame(opcode, payload, isFinal);
}

} // namespace

class tst_WebSocketReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void input_data();
    void input();

    void splitAnywhere_data() { input_data(); }

    void splitAnywhere();
    void closeCodes();
    void failsAtTheFirstBadByte();
    void wholeMessageIsNotCopied();
    void nothingIsAllocatedByAnnouncement();
    void unmaskAtAnyOffset();
};

void tst_WebSocketReader::input_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *rule, const QByteArray &bytes, const QByteArray &expected) {
        QTest::newRow(rule) << bytes << expected;
    };
    const QByteArray mask = WireClient::mask;
    row("text", frame(1, "abc"), "text abc\ndone");
    row("empty text", frame(1, ""), "text \ndone");
    row("binary", frame(2, "\xFF\xFE"), "binary \xFF\xFE\ndone");
    row("126 bytes", frame(2, QByteArray(126, 'x')), "binary " + QByteArray(126, 'x') + "\ndone");
    row("largest", frame(2, QByteArray(1000, 'x')), "binary " + QByteArray(1000, 'x') + "\ndone");
    row("two messages", frame(1, "a") + frame(1, "b"), "text a\ntext b\ndone");
    row("fragments", frame(1, "a", false) + frame(0, "b", false) + frame(0, "c"), "text abc\ndone");
    row("empty fragments", frame(1, "", false) + frame(0, "", false) + frame(0, ""), "text \ndone");
    row("empty last fragment", frame(2, "ab", false) + frame(0, ""), "binary ab\ndone");
    row("code point across fragments", frame(1, "\xE2\x82", false) + frame(0, "\xAC"),
        "text \xE2\x82\xAC\ndone");
    row("control between fragments", frame(1, "a", false) + frame(9, "p") + frame(0, "b"),
        "ping p\ntext ab\ndone");
    row("longest ping", frame(9, QByteArray(125, 'p')), "ping " + QByteArray(125, 'p') + "\ndone");
    row("pong", frame(10, "x"), "pong x\ndone");
    row("close", frame(8, "\x03\xE8why"), "close 1000 why\ndone");
    row("close without code", frame(8, ""), "close 1005 \ndone");
    row("not complete", frame(1, "abc").chopped(1), "inside");
    row("fragment without end", frame(1, "abc", false), "inside");

    row("RSV1", QByteArray("\xC1\x80") + mask, "ReservedBits");
    row("RSV2", QByteArray("\xA1\x80") + mask, "ReservedBits");
    row("RSV3 on ping", QByteArray("\x99\x80") + mask, "ReservedBits");
    for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
        row(qPrintable(QStringLiteral("opcode %1").arg(opcode)), frame(opcode, ""),
            "ReservedOpcode");
    }
    row("not masked", "\x81\x01x", "NotMasked");
    row("126 for 125 bytes", QByteArray("\x82\xFE\x00\x7D", 4) + mask, "LengthNotMinimal");
    row("126 for 5 bytes", QByteArray("\x82\xFE\x00\x05", 4) + mask, "LengthNotMinimal");
    row("127 for 65535 bytes", QByteArray("\x82\xFF\0\0\0\0\0\0\xFF\xFF", 10) + mask,
        "LengthNotMinimal");
    row("high bit", WireClient::frameHeader(2, quint64(1) << 63), "LengthTooBig");
    row("2^63-1", WireClient::frameHeader(2, (quint64(1) << 63) - 1), "MessageTooBig");
    row("2^32", WireClient::frameHeader(2, quint64(1) << 32), "MessageTooBig");
    row("2^31", WireClient::frameHeader(2, quint64(1) << 31), "MessageTooBig");
    row("one byte too big", WireClient::frameHeader(2, 1001), "MessageTooBig");
    row("too big together", frame(2, QByteArray(999, 'x'), false) + frame(0, "xx"),
        "MessageTooBig");
    row("ping of 126 bytes", frame(9, QByteArray(126, 'x')), "ControlTooLong");
    row("close of 65536 bytes", frame(8, QByteArray(65'536, 'x')), "ControlTooLong");
    row("ping in fragments", frame(9, "x", false), "ControlFragmented");
    row("nothing to continue", frame(0, "x"), "NothingToContinue");
    row("nothing to continue after a message", frame(1, "a") + frame(0, "b"),
        "text a\nNothingToContinue");
    row("message in a message", frame(1, "a", false) + frame(1, "b"), "ExpectedContinuation");
    row("six fragments", frame(1, "", false) + frame(0, "", false).repeated(5), "TooManyFragments");
    row("bad text", frame(1, "a\xFF"), "BadUtf8");
    row("overlong", frame(1, "\xC0\xAF"), "BadUtf8");
    row("surrogate", frame(1, "\xED\xA0\x80"), "BadUtf8");
    row("beyond U+10FFFF", frame(1, "\xF4\x90\x80\x80"), "BadUtf8");
    row("text that ends inside a code point", frame(1, "\xE2\x82"), "BadUtf8");
    row("close of one byte", frame(8, "\x03"), "BadClosePayload");
    row("close reason not UTF-8", frame(8, "\x03\xE8\xFF"), "BadUtf8");
    row("close reason cut", frame(8, "\x03\xE8\xE2\x82"), "BadUtf8");
}

void tst_WebSocketReader::input()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    QCOMPARE(outcome({bytes}), expected);
}

void tst_WebSocketReader::splitAnywhere()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    QList<QByteArray> single;
    for (const char byte : std::as_const(bytes)) {
        single.append(QByteArray(1, byte));
    }
    QCOMPARE(outcome(single), expected);
    for (qsizetype at = 0; at <= std::min<qsizetype>(bytes.size(), 1100); ++at) {
        QCOMPARE(outcome({bytes.first(at), bytes.sliced(at)}), expected);
    }
}

void tst_WebSocketReader::closeCodes()
{
    // RFC 6455 section 7.4 and the registry: what a peer may put on the wire.
    for (int code = 0; code <= 0xFFFF; ++code) {
        const bool expected = (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1011)
            || (code >= 3000 && code <= 4999);
        if (isValidCloseCode(quint16(code)) != expected) {
            QFAIL(qPrintable(QString::number(code)));
        }
    }
    QCOMPARE(outcome({frame(8, "\x03\xED")}), QByteArray("BadCloseCode"));
}

void tst_WebSocketReader::failsAtTheFirstBadByte()
{
    // Autobahn 6.4: a text that can no longer become valid fails before its frame is complete.
    const QByteArray bytes = frame(1, "abc\xFF" + QByteArray(100, 'x'));
    QCOMPARE(outcome({bytes.first(6 + 4)}), QByteArray("BadUtf8"));
    QCOMPARE(outcome({bytes.first(6 + 3)}), QByteArray("inside"));
}

void tst_WebSocketReader::wholeMessageIsNotCopied()
{
    WebSocketReader reader;
    QByteArray input = frame(2, QByteArray(500, 'x'));
    std::span<char> bytes(input.data(), std::size_t(input.size()));
    const WebSocketReader::Event event = reader.next(bytes);
    QCOMPARE(event.kind, WebSocketReader::Event::Kind::Message);
    QCOMPARE(event.payload.data(), input.constData() + 8);
}

void tst_WebSocketReader::nothingIsAllocatedByAnnouncement()
{
    // CVE-2016-10542 and its kind: a header is no reason to reserve memory.
    WebSocketReader reader;
    reader.setLimits({1LL << 40, 10});
    QByteArray input = WireClient::frameHeader(2, 1ULL << 39);
    std::span<char> bytes(input.data(), std::size_t(input.size()));
    QCOMPARE(reader.next(bytes).kind, WebSocketReader::Event::Kind::NeedMore);
    QVERIFY(reader.isInside());
}

void tst_WebSocketReader::unmaskAtAnyOffset()
{
    const std::array<char, 4> mask{'\x12', '\x34', '\x56', '\x78'};
    for (std::size_t size = 0; size < 40; ++size) {
        for (qsizetype offset = 0; offset < 9; ++offset) {
            std::vector<char> bytes(size, 'a');
            unmask(bytes, mask, offset);
            for (std::size_t i = 0; i < size; ++i) {
                QCOMPARE(bytes[i], char('a' ^ mask[(i + std::size_t(offset)) % 4]));
            }
        }
    }
}

QTEST_GUILESS_MAIN(tst_WebSocketReader)

#include "tst_websocketreader.moc"
