// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/decoder.h"

#include <QTest>

using namespace Switchboard;
using namespace Switchboard::SocketIo;

Q_DECLARE_METATYPE(Switchboard::SocketIo::DecodeError)
Q_DECLARE_METATYPE(Switchboard::SocketIo::PacketType)

/** What a packet says, on one line: type, attachments, namespace, id, event, payload, arguments. */
static QByteArray shown(const Packet &packet)
{
    QByteArrayList args;
    for (const auto &arg : packet.args) {
        args.append(arg.toByteArray());
    }
    QByteArrayList placeholders;
    for (const auto &placeholder : packet.placeholders) {
        placeholders.append(QByteArray::number(placeholder.number));
    }
    return QByteArray::number(static_cast<int>(packet.type)) + ' '
        + QByteArray::number(packet.attachments) + ' ' + packet.nsp.toByteArray() + ' '
        + QByteArray::number(packet.ackId) + ' ' + packet.event.toByteArray() + ' '
        + packet.payload.toByteArray() + " (" + args.join(';') + ") <" + placeholders.join(' ')
        + '>';
}

class tst_Decoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void accepts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("meaning");
        const auto row = [](const char *name, const char *text, const char *meaning) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(meaning);
        };
        row("connect", "0", "0 0 / -1   () <>");
        row("connect with auth", R"(0{"token":"1"})", R"(0 0 / -1  {"token":"1"} () <>)");
        row("connect to a namespace", "0/admin,", "0 0 /admin -1   () <>");
        row("connect without comma", "0/custom", "0 0 /custom -1   () <>");
        row("connect to a namespace with auth", R"(0/admin,{"a":1})",
            R"(0 0 /admin -1  {"a":1} () <>)");
        row("brace before the comma belongs to the name", R"(0/x{"a":1})",
            R"(0 0 /x{"a":1} -1   () <>)");
        row("disconnect", "1", "1 0 / -1   () <>");
        row("disconnect from a namespace", "1/admin,", "1 0 /admin -1   () <>");
        row("disconnect without comma", "1/admin", "1 0 /admin -1   () <>");
        row("event without arguments", R"(2["a"])", "2 0 / -1 a  () <>");
        row("event", R"(2["a",1,{"b":[2]}])", R"(2 0 / -1 a 1,{"b":[2]} (1;{"b":[2]}) <>)");
        row("event with white space", R"(2[ "a" , 1 , "x" ])", R"(2 0 / -1 a 1 , "x" (1;"x") <>)");
        row("event with ack", R"(2/admin,12["a"])", "2 0 /admin 12 a  () <>");
        row("ack id 0", R"(20["a"])", "2 0 / 0 a  () <>");
        row("ack id of fifteen digits", R"(2999999999999999["a"])",
            "2 0 / 999999999999999 a  () <>");
        row("numeric event name", "2[1]", "2 0 / -1 1  () <>");
        row("negative event name", "2[-7,2]", "2 0 / -1 -7 2 (2) <>");
        row("escaped event name", R"(2["\u0061\n"])", "2 0 / -1 a\n  () <>");
        row("name that means something in JavaScript", R"(2["__proto__",1])",
            "2 0 / -1 __proto__ 1 (1) <>");
        row("toString is an event like any other", R"(2["toString"])", "2 0 / -1 toString  () <>");
        row("error is not reserved", R"(2["error"])", "2 0 / -1 error  () <>");
        row("all digits stay", R"(2["a",12345678901234567890.10])",
            "2 0 / -1 a 12345678901234567890.10 (12345678901234567890.10) <>");
        row("dash inside JSON", R"(2["a","1-2",{"b-c":"/d,e"}])",
            R"(2 0 / -1 a "1-2",{"b-c":"/d,e"} ("1-2";{"b-c":"/d,e"}) <>)");
        row("ack", R"(312["ok"])", R"(3 0 / 12  "ok" ("ok") <>)");
        row("ack without arguments", "3/admin,0[]", "3 0 /admin 0   () <>");
        row("ack nobody asked for, too long to be ours", R"(39007199254740992[])",
            "3 0 / 9223372036854775807   () <>");
        row("connect error", R"(4{"message":"no"})", R"(4 0 / -1  {"message":"no"} () <>)");
        row("connect error of v4", R"(4"no")", R"(4 0 / -1  "no" () <>)");
        row("binary event", R"(51-["b",{"_placeholder":true,"num":0}])",
            R"(5 1 / -1 b {"_placeholder":true,"num":0} ({"_placeholder":true,"num":0}) <0>)");
        row("binary event with everything",
            R"(52-/admin,7["b",[{"num":1,"_placeholder":true}],{"x":{"_placeholder":true,"num":0}}])",
            R"(5 2 /admin 7 b [{"num":1,"_placeholder":true}],{"x":{"_placeholder":true,"num":0}} ([{"num":1,"_placeholder":true}];{"x":{"_placeholder":true,"num":0}}) <1 0>)");
        row("binary ack", R"(61-3[{"_placeholder":true,"num":0}])",
            R"(6 1 / 3  {"_placeholder":true,"num":0} ({"_placeholder":true,"num":0}) <0>)");
        row("ten attachments", R"(510-["b"])", "5 10 / -1 b  () <>");
        row("no placeholder in the text of a plain event",
            R"(2["b",{"_placeholder":true,"num":9}])",
            R"(2 0 / -1 b {"_placeholder":true,"num":9} ({"_placeholder":true,"num":9}) <>)");
        row("placeholder that is false", R"(51-["b",{"_placeholder":false,"num":9}])",
            R"(5 1 / -1 b {"_placeholder":false,"num":9} ({"_placeholder":false,"num":9}) <>)");
    }

    void accepts()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, meaning);
        const auto packet = decode(text);
        QVERIFY2(packet.ok(), packet.ok() ? "" : SocketIo::text(packet.error()));
        QCOMPARE(shown(*packet), meaning);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<DecodeError>("error");
        const auto row = [](const char *name, const QByteArray &text, DecodeError error) {
            QTest::newRow(name) << text << error;
        };
        row("nothing", "", DecodeError::Empty);
        row("type 7", "7", DecodeError::UnknownType);
        row("NUL", QByteArray(1, '\0'), DecodeError::UnknownType);
        row("letter", "x", DecodeError::UnknownType);
        row("event without payload", "2", DecodeError::BadJson);
        row("event with id only", "21", DecodeError::BadJson);
        row("event with namespace only", "2/admin", DecodeError::BadJson);
        row("empty array", "2[]", DecodeError::BadEventName);
        row("object", "2{}", DecodeError::BadPayload);
        row("string", R"(2"x")", DecodeError::BadPayload);
        row("broken JSON", R"(2["a")", DecodeError::BadJson);
        row("broken in an argument", "2[\"a\",{\"b\":]", DecodeError::BadJson);
        row("trailing text", R"(2["a"]x)", DecodeError::BadJson);
        row("event name object", R"(2[{"toString":"x"}])", DecodeError::BadEventName);
        row("event name array", R"(2[["a"]])", DecodeError::BadEventName);
        row("event name null", "2[null]", DecodeError::BadEventName);
        row("event name true", "2[true]", DecodeError::BadEventName);
        row("event name fraction", "2[1.5]", DecodeError::BadEventName);
        row("event name infinite", "2[1e400]", DecodeError::BadEventName);
        row("event name minus zero", "2[-0]", DecodeError::BadEventName);
        row("event name too long", "2[\"" + QByteArray(257, 'a') + "\"]",
            DecodeError::EventNameTooLong);
        for (const char *name : {"connect", "connect_error", "disconnect", "disconnecting",
                 "newListener", "removeListener"}) {
            row(name, QByteArray("2[\"") + name + "\"]", DecodeError::ReservedEventName);
        }
        row("reserved behind an escape", R"(2["\u0063onnect"])", DecodeError::ReservedEventName);
        row("reserved in a binary event", R"(51-["disconnect"])", DecodeError::ReservedEventName);
        row("ack id of sixteen digits", R"(21000000000000000["a"])", DecodeError::BadAckId);
        row("ack id of a megabyte", "2" + QByteArray(1'000'000, '1'), DecodeError::BadAckId);
        row("ack without id", R"(3["a"])", DecodeError::MissingAckId);
        row("ack with object", "31{}", DecodeError::BadPayload);
        row("ack without payload", "31", DecodeError::BadJson);
        row("negative ack id", "3-1[]", DecodeError::MissingAckId);
        row("connect with array", "0[]", DecodeError::BadPayload);
        row("connect with string", R"(0"x")", DecodeError::BadPayload);
        row("connect with null", "0null", DecodeError::BadPayload);
        row("connect with broken JSON", "0{", DecodeError::BadJson);
        row("disconnect with payload", "1[]", DecodeError::BadPayload);
        row("disconnect with payload behind a namespace", R"(1/admin,{"a":1})",
            DecodeError::BadPayload);
        row("connect error with array", "4[]", DecodeError::BadPayload);
        row("namespace of a megabyte without end", "2/" + QByteArray(1'000'000, 'a'),
            DecodeError::BadJson);
        row("attachments: eleven", R"(511-["x"])", DecodeError::TooManyAttachments);
        row("attachments: a thousand million", R"(51000000000-["x"])",
            DecodeError::TooManyAttachments);
        row("attachments: a megabyte of digits", "5" + QByteArray(1'000'000, '1') + '-',
            DecodeError::TooManyAttachments);
        row("attachments: none", R"(50-["x"])", DecodeError::BadAttachmentCount);
        row("attachments: leading zero", R"(501-["x"])", DecodeError::BadAttachmentCount);
        row("attachments: no number", R"(5-["x"])", DecodeError::BadAttachmentCount);
        row("attachments: no dash", R"(51["x"])", DecodeError::BadAttachmentCount);
        row("attachments: negative", R"(5-1-["x"])", DecodeError::BadAttachmentCount);
        row("attachments: fraction", R"(51.5-["x"])", DecodeError::BadAttachmentCount);
        row("attachments: space", R"(5 1-["x"])", DecodeError::BadAttachmentCount);
        row("attachments: plus", R"(5+1-["x"])", DecodeError::BadAttachmentCount);
        row("attachments: hexadecimal", R"(50x1-["x"])", DecodeError::BadAttachmentCount);
        row("attachments: end of text", "51", DecodeError::BadAttachmentCount);
        for (const char *number : {"-1", "1", "1.5", "0.0", "1e9", "-0", "\"0\"", "\"splice\"",
                 "null", "true", "{}", "[]", "99999999999999999999"}) {
            const QByteArray placeholder
                = QByteArray("{\"_placeholder\":true,\"num\":") + number + '}';
            row(qPrintable(QStringLiteral("placeholder %1").arg(QLatin1String(number))),
                "51-[\"e\"," + placeholder + ']', DecodeError::IllegalAttachments);
            row(qPrintable(QStringLiteral("nested placeholder %1").arg(QLatin1String(number))),
                "51-[\"e\",[{\"a\":[" + placeholder + "]}]]", DecodeError::IllegalAttachments);
        }
        row("placeholder without number", R"(51-["e",{"_placeholder":true}])",
            DecodeError::IllegalAttachments);
        row("placeholder used twice",
            R"(51-["e",{"_placeholder":true,"num":0},{"_placeholder":true,"num":0}])",
            DecodeError::IllegalAttachments);
        row("placeholder whose last number counts",
            R"(51-["e",{"_placeholder":true,"num":0,"num":1}])", DecodeError::IllegalAttachments);
        row("placeholder behind escapes", R"(51-["e",{"\u005fplaceholder":true,"\u006eum":5}])",
            DecodeError::IllegalAttachments);
        row("placeholder in a placeholder",
            R"(52-["e",{"_placeholder":true,"x":{"_placeholder":true,"num":0},"num":1}])",
            DecodeError::IllegalAttachments);
        row("nested too deep", "2[\"a\"," + QByteArray(100, '[') + QByteArray(100, ']') + ']',
            DecodeError::BadJson);
        row("a megabyte of brackets", "2[\"a\"," + QByteArray(1'000'000, '['),
            DecodeError::BadJson);
        row("too many values", "2[\"a\"" + QByteArray(",0").repeated(60'000) + ']',
            DecodeError::BadJson);
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(DecodeError, error);
        const auto packet = decode(text);
        QVERIFY(!packet.ok());
        QCOMPARE(packet.error(), error);
        QVERIFY(*SocketIo::text(packet.error()) != '\0');
    }

    void limitsAreTheCallers()
    {
        DecodeLimits limits;
        limits.eventName = 3;
        limits.attachments = 2;
        limits.json.depth = 2;
        QVERIFY(decode(R"(2["abc",[1]])", limits).ok());
        QCOMPARE(decode(R"(2["abcd"])", limits).error(), DecodeError::EventNameTooLong);
        QCOMPARE(decode(R"(53-["a"])", limits).error(), DecodeError::TooManyAttachments);
        QCOMPARE(decode(R"(2["a",[[1]]])", limits).error(), DecodeError::BadJson);
    }

    void viewsLieInTheText()
    {
        const QByteArray text = R"(2/chat,["msg",{"a":1},"b"])";
        const auto packet = decode(text);
        QVERIFY(packet.ok());
        const auto inside = [&](QByteArrayView view) {
            return view.data() >= text.constData()
                && view.data() + view.size() <= text.constData() + text.size();
        };
        QVERIFY(inside(packet->nsp) && inside(packet->event) && inside(packet->payload));
        QVERIFY(inside(packet->args[0]) && inside(packet->args[1]));
    }
};

QTEST_APPLESS_MAIN(tst_Decoder)

#include "tst_decoder.moc"
