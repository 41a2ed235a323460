// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/jsonscanner.h"
#include "traffic/copyas.h"

#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

using namespace Switchboard;
using namespace Switchboard::App;

class tst_CopyAs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packets_data();
    void packets();
    void golden_data();
    void golden();
    void argumentsStayValidJson();
    void spellsOutTargetsAndAttachments();
    void shellReadsBackEveryByte();
    void pythonCompiles();
    void otherRowsHaveNoCode();
};

namespace {

const QString url = QStringLiteral("http://127.0.0.1:3000");

EventText chatMessage()
{
    EventText event;
    event.kind = Kind::In;
    event.nsp = "/chat";
    event.event = "chat:message";
    event.arguments = R"([{"user":"ada"}])";
    return event;
}

EventText withAck()
{
    EventText event = chatMessage();
    event.flags = Traffic::AckAsked;
    event.ackId = 17;
    return event;
}

EventText withBinary()
{
    EventText event = chatMessage();
    event.flags = Traffic::Binary;
    event.arguments = R"([{"_placeholder":true,"num":0},1.0,null])";
    event.attachments = {"\x01\x02"};
    return event;
}

QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitCode() != 0) {
        return "failed: " + process.readAllStandardError();
    }
    return process.readAllStandardOutput();
}

} // namespace

void tst_CopyAs::packets_data()
{
    QTest::addColumn<EventText>("event");
    QTest::addColumn<QByteArray>("packet");

    QTest::newRow("event") << chatMessage()
                           << QByteArray(R"(42/chat,["chat:message",{"user":"ada"}])");
    QTest::newRow("event with ack id")
        << withAck() << QByteArray(R"(42/chat,17["chat:message",{"user":"ada"}])");
    QTest::newRow("binary event")
        << withBinary()
        << QByteArray(R"(451-/chat,["chat:message",{"_placeholder":true,"num":0},1.0,null])");
    EventText bare = chatMessage();
    bare.nsp = "/";
    bare.arguments = "[]";
    QTest::newRow("main namespace, no arguments") << bare << QByteArray(R"(42["chat:message"])");
    EventText ack = withAck();
    ack.kind = Kind::AckOut;
    QTest::newRow("ack") << ack << QByteArray(R"(43/chat,17[{"user":"ada"}])");
    EventText quoted = bare;
    quoted.event = "a\"b\\";
    QTest::newRow("name with quotes") << quoted << QByteArray(R"(42["a\"b\\"])");
    EventText ping;
    ping.kind = Kind::Ping;
    QTest::newRow("no packet") << ping << QByteArray();
}

void tst_CopyAs::packets()
{
    QFETCH(EventText, event);
    QFETCH(QByteArray, packet);
    QCOMPARE(packetText(event), packet);
}

void tst_CopyAs::golden_data()
{
    QTest::addColumn<EventText>("event");
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("text");

    const auto row
        = [](const char *name, const EventText &event, CopyFormat format, const char *text) {
              QTest::newRow(name) << event << int(format) << QString::fromUtf8(text);
          };
    row("first argument", chatMessage(), CopyFormat::FirstArgument, R"({"user":"ada"})");
    row("event name", chatMessage(), CopyFormat::EventName, "chat:message");
    row("packet", withAck(), CopyFormat::Packet, R"(42/chat,17["chat:message",{"user":"ada"}])");
    row("JavaScript, send", chatMessage(), CopyFormat::JavaScriptSend,
        R"(const socket = io("http://127.0.0.1:3000/chat");
socket.emit("chat:message", {"user":"ada"});)");
    row("JavaScript, send with ack", withAck(), CopyFormat::JavaScriptSend,
        R"(const socket = io("http://127.0.0.1:3000/chat");
const answer = await socket.timeout(5000).emitWithAck("chat:message", {"user":"ada"});)");
    row("JavaScript, bytes", withBinary(), CopyFormat::JavaScriptSend,
        R"(const socket = io("http://127.0.0.1:3000/chat");
socket.emit("chat:message", Uint8Array.from(atob("AQI="), (c) => c.charCodeAt(0)), 1.0, null);)");
    row("JavaScript, receive", chatMessage(), CopyFormat::JavaScriptReceive,
        R"(socket.on("chat:message", (arg0) => {
  console.log(arg0);
});)");
    row("JavaScript, receive with ack", withAck(), CopyFormat::JavaScriptReceive,
        R"(socket.on("chat:message", (arg0, callback) => {
  console.log(arg0);
  callback();
});)");
    EventText out = chatMessage();
    out.kind = Kind::Out;
    out.rooms = {"lobby", "board"};
    out.exceptRooms = {"muted"};
    row("JavaScript, server", out, CopyFormat::JavaScriptServer,
        R"(io.of("/chat").to("lobby").to("board").except("muted").emit("chat:message", {"user":"ada"});)");
    row("Python", chatMessage(), CopyFormat::Python, R"(import socketio

sio = socketio.Client()
sio.connect("http://127.0.0.1:3000", namespaces=["/chat"])
sio.emit("chat:message", {"user":"ada"}, namespace="/chat"))");
    row("Python, several arguments and bytes", withBinary(), CopyFormat::Python, R"(import base64
import socketio

sio = socketio.Client()
sio.connect("http://127.0.0.1:3000", namespaces=["/chat"])
sio.emit("chat:message", (base64.b64decode("AQI="), 1.0, None), namespace="/chat"))");
    row("Python, ack", withAck(), CopyFormat::Python, R"(import socketio

sio = socketio.Client()
sio.connect("http://127.0.0.1:3000", namespaces=["/chat"])
answer = sio.call("chat:message", {"user":"ada"}, namespace="/chat"))");
    row("curl", chatMessage(), CopyFormat::Curl,
        R"~(base='http://127.0.0.1:3000/socket.io/?EIO=4&transport=polling'
sid=$(curl -s "$base" | sed -E 's/.*"sid":"([^"]+)".*/\1/')
curl -s "$base&sid=$sid" -d '40/chat,'
curl -s "$base&sid=$sid" -H 'Content-Type: text/plain;charset=UTF-8' --data-binary '42/chat,["chat:message",{"user":"ada"}]')~");
    row("curl, bytes", withBinary(), CopyFormat::Curl,
        R"~(base='http://127.0.0.1:3000/socket.io/?EIO=4&transport=polling'
sid=$(curl -s "$base" | sed -E 's/.*"sid":"([^"]+)".*/\1/')
curl -s "$base&sid=$sid" -d '40/chat,'
curl -s "$base&sid=$sid" -H 'Content-Type: text/plain;charset=UTF-8' --data-binary $'451-/chat,["chat:message",{"_placeholder":true,"num":0},1.0,null]\x1ebAQI=')~");
}

void tst_CopyAs::golden()
{
    QFETCH(EventText, event);
    QFETCH(int, format);
    QFETCH(QString, text);
    QCOMPARE(copyAs(CopyFormat(format), event, url), text);
}

void tst_CopyAs::argumentsStayValidJson()
{
    EventText event = chatMessage();
    event.arguments = R"([{"b":1,"a":12345678901234567890,"b":1.0},"x"])";
    const QByteArray pretty = copyAs(CopyFormat::Arguments, event, url).toUtf8();
    QVERIFY(!Json::check(pretty));
    QCOMPARE(Json::compact(pretty), event.arguments);
}

void tst_CopyAs::spellsOutTargetsAndAttachments()
{
    EventRing ring(2, 1000);
    Traffic::Record record;
    record.kind = Kind::Out;
    record.nsp = "/";
    record.event = "e";
    record.target = "lobby\n!muted\n@abc";
    record.payload = "1";
    record.attachments = QByteArrayView("\2\0\0\0xy\0\0\0\0\5\0\0\0z", 15);
    const EventText text = spellOut(ring.keep(ring.append(record)), ring.names());
    QCOMPARE(text.rooms, QByteArrayList{"lobby"});
    QCOMPARE(text.exceptRooms, QByteArrayList{"muted"});
    QCOMPARE(text.sockets, QByteArrayList{"abc"});
    QCOMPARE(text.arguments, QByteArray("[1]"));
    QCOMPARE(text.attachments, (QByteArrayList{"xy", "", "z"})); // the last one was cut
}

void tst_CopyAs::shellReadsBackEveryByte()
{
    const QString bash = QStandardPaths::findExecutable(QStringLiteral("bash"));
    if (bash.isEmpty()) {
        QSKIP("no bash");
    }
    QByteArrayList words{"plain", "it's", "a\nb", "tab\t", "\\n", "$HOME `id` \"x\"", "Grüße 日本",
        "\x1e",
        "\x7f"
        "1",
        "'", "", "!", "a\\'b"};
    for (int c = 1; c < 256; ++c) {
        words.append(QByteArray("x") + char(c) + "1");
    }
    QByteArray script;
    QByteArray expected;
    for (const QByteArray &word : words) {
        script += "printf '%s\\0' " + shellQuoted(word) + "\n";
        expected += word + '\0';
    }
    QCOMPARE(run(bash, {QStringLiteral("-s")}, script), expected);
}

void tst_CopyAs::pythonCompiles()
{
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (python.isEmpty()) {
        QSKIP("no python3");
    }
    EventText event = withBinary();
    event.event = "it's \"quoted\" \\";
    event.arguments
        = R"([{"\u00e9\/":"\ud83d\ude00\b\f\n","t":true,"f":false,"n":null,"big":1e400},{"_placeholder":true,"num":0}])";
    const QByteArray code = copyAs(CopyFormat::Python, event, url).toUtf8();
    const QByteArray last = code.sliced(code.lastIndexOf('\n') + 1);
    const QByteArray script = "import base64\nclass S:\n"
                              " def emit(self, e, d, namespace):\n"
                              "  assert e == 'it\\'s \"quoted\" \\\\', e\n"
                              "  assert d[0]['é/'] == '😀\\b\\f\\n', d\n"
                              "  assert d[0]['t'] is True and d[0]['n'] is None\n"
                              "  assert d[1] == b'\\x01\\x02'\n"
                              "sio = S()\n"
        + last + "\nprint('ok')\n";
    QCOMPARE(run(python, {QStringLiteral("-")}, script).trimmed(), QByteArray("ok"));
}

void tst_CopyAs::otherRowsHaveNoCode()
{
    EventText ping;
    ping.kind = Kind::Ping;
    for (int format = int(CopyFormat::Packet); format <= int(CopyFormat::Curl); ++format) {
        QCOMPARE(copyAs(CopyFormat(format), ping, url), QString());
    }
}

QTEST_APPLESS_MAIN(tst_CopyAs)
#include "tst_copyas.moc"
