// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/copyas.h"

#include "core/jsonscanner.h"

#include <optional>

namespace Switchboard::App {

namespace {

using Token = JsonScanner::Token;

enum class Language : quint8 { JavaScript, Python };

QByteArray bytesLiteral(const QByteArray &bytes, Language language)
{
    const QByteArray base64 = bytes.toBase64();
    if (language == Language::Python) {
        return "base64.b64decode(\"" + base64 + "\")";
    }
    return "Uint8Array.from(atob(\"" + base64 + "\"), (c) => c.charCodeAt(0))";
}

/** The attachment that object @p value stands for. */
std::optional<qsizetype> placeholder(QByteArrayView value)
{
    if (Json::member(value, "_placeholder") != QByteArrayView("true")) {
        return std::nullopt;
    }
    bool ok = false;
    const int number
        = Json::member(value, "num").value_or(QByteArrayView()).toByteArray().toInt(&ok);
    return ok && number >= 0 ? std::optional(qsizetype(number)) : std::nullopt;
}

QByteArray lexemeIn(Language language, Token token, QByteArrayView lexeme)
{
    if (language == Language::Python) {
        switch (token) {
        case Token::String:
        case Token::Key:
            return Json::encodeString(Json::decodeString(lexeme));
        case Token::True:
            return "True";
        case Token::False:
            return "False";
        case Token::Null:
            return "None";
        default:
            break;
        }
    }
    return lexeme.toByteArray();
}

/** JSON text @p json as a literal of @p language; what stands between tokens is kept. */
QByteArray literal(QByteArrayView json, const QByteArrayList &attachments, Language language)
{
    QByteArray out;
    JsonScanner scanner(json);
    qsizetype done = 0;
    for (Token token = scanner.next(); token != Token::End && token != Token::Error;
         token = scanner.next()) {
        const qsizetype at = scanner.offset();
        out += json.sliced(done, at - done).toByteArray();
        if (token == Token::ObjectBegin) {
            JsonScanner whole = scanner;
            const auto value = whole.finishValue(token);
            const auto number = value ? placeholder(*value) : std::nullopt;
            if (number && *number < attachments.size()) {
                out += bytesLiteral(attachments.at(*number), language);
                scanner = whole;
                done = at + value->size();
                continue;
            }
        }
        out += lexemeIn(language, token, scanner.lexeme());
        done = at + scanner.lexeme().size();
    }
    return out;
}

QByteArrayList arguments(const EventText &event, Language language)
{
    QByteArrayList list;
    const auto items = Json::splitArray(event.arguments);
    if (items) {
        for (const QByteArrayView item : *items) {
            list.append(literal(item, event.attachments, language));
        }
    }
    return list;
}

QByteArray quoted(const QByteArray &text)
{
    return Json::encodeString(text);
}

/** "event", argument, argument */
QByteArray callArguments(const EventText &event)
{
    return (QByteArrayList{quoted(event.event)} + arguments(event, Language::JavaScript))
        .join(", ");
}

QByteArray javaScriptSend(const EventText &event, const QByteArray &url)
{
    const QByteArray nsp = event.nsp == "/" ? QByteArray() : event.nsp;
    const bool asksAck = (event.flags & Traffic::AckAsked) != 0;
    return "const socket = io(" + quoted(url + nsp) + ");\n"
        + (asksAck ? "const answer = await socket.timeout(5000).emitWithAck(" : "socket.emit(")
        + callArguments(event) + ");";
}

QByteArray javaScriptReceive(const EventText &event)
{
    QByteArrayList names;
    const qsizetype count = arguments(event, Language::JavaScript).size();
    for (qsizetype i = 0; i < count; ++i) {
        names.append("arg" + QByteArray::number(i));
    }
    const QByteArray shown = names.join(", ");
    const bool asksAck = (event.flags & Traffic::AckAsked) != 0;
    if (asksAck) {
        names.append("callback");
    }
    return "socket.on(" + quoted(event.event) + ", (" + names.join(", ") + ") => {\n  console.log("
        + shown + ");\n" + (asksAck ? "  callback();\n" : "") + "});";
}

QByteArray javaScriptServer(const EventText &event)
{
    QByteArray code = event.nsp == "/" ? QByteArray("io") : "io.of(" + quoted(event.nsp) + ")";
    if (event.kind == Kind::Out) {
        const QByteArrayList rooms = event.rooms + event.sockets;
        for (const QByteArray &room : rooms) {
            code += ".to(" + quoted(room) + ")";
        }
        for (const QByteArray &room : event.exceptRooms) {
            code += ".except(" + quoted(room) + ")";
        }
    }
    return code + ".emit(" + callArguments(event) + ");";
}

QByteArray python(const EventText &event, const QByteArray &url)
{
    const QByteArrayList list = arguments(event, Language::Python);
    QByteArray call = quoted(event.event);
    if (list.size() == 1) {
        call += ", " + list.constFirst();
    } else if (!list.isEmpty()) {
        call += ", (" + list.join(", ") + ")";
    }
    const bool asksAck = (event.flags & Traffic::AckAsked) != 0;
    const QByteArray nsp = quoted(event.nsp);
    return (event.attachments.isEmpty() ? QByteArray() : QByteArray("import base64\n"))
        + "import socketio\n\nsio = socketio.Client()\nsio.connect(" + quoted(url)
        + ", namespaces=[" + nsp + "])\n" + (asksAck ? "answer = sio.call(" : "sio.emit(") + call
        + ", namespace=" + nsp + ")";
}

QByteArray curl(const EventText &event, const QByteArray &url)
{
    QByteArray body = packetText(event);
    for (const QByteArray &attachment : event.attachments) {
        body += "\x1e"
                "b"
            + attachment.toBase64();
    }
    const QByteArray join = "40" + (event.nsp == "/" ? QByteArray() : event.nsp + ',');
    // The namespace is joined in a request of its own: an event in the same body would be lost.
    return "base=" + shellQuoted(url + "/socket.io/?EIO=4&transport=polling") + "\n"
        + "sid=$(curl -s \"$base\" | sed -E 's/.*\"sid\":\"([^\"]+)\".*/\\1/')\n"
        + "curl -s \"$base&sid=$sid\" -d " + shellQuoted(join) + "\n"
        + "curl -s \"$base&sid=$sid\" -H 'Content-Type: text/plain;charset=UTF-8' --data-binary "
        + shellQuoted(body);
}

} // namespace

QByteArray shellQuoted(const QByteArray &bytes)
{
    const auto isPlain = [](char c) { return c >= 0x20 && c < 0x7F && c != '\''; };
    if (std::all_of(bytes.begin(), bytes.end(), isPlain)) {
        return '\'' + bytes + '\'';
    }
    QByteArray word = "$'";
    for (const char c : bytes) {
        if (c == '\'' || c == '\\') {
            word += '\\';
            word += c;
        } else if (c == '\n') {
            word += "\\n";
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            word += "\\x"
                + QByteArray::number(static_cast<unsigned char>(c), 16).rightJustified(2, '0');
        } else {
            word += c; // UTF-8 stays readable
        }
    }
    return word + '\'';
}

QString copyAs(CopyFormat format, const EventText &event, const QString &serverUrl)
{
    const QByteArray url = serverUrl.toUtf8();
    const bool isEvent = event.kind == Kind::In || event.kind == Kind::Out;
    QByteArray text;
    switch (format) {
    case CopyFormat::Arguments:
        text = hasArguments(event.kind) && !Json::check(event.arguments)
            ? Json::pretty(event.arguments)
            : event.arguments;
        break;
    case CopyFormat::FirstArgument:
        if (const auto items = Json::splitArray(event.arguments); items && !items->isEmpty()) {
            text = items->constFirst().toByteArray();
        }
        break;
    case CopyFormat::Packet:
        text = packetText(event);
        break;
    case CopyFormat::JavaScriptSend:
        text = isEvent ? javaScriptSend(event, url) : QByteArray();
        break;
    case CopyFormat::JavaScriptReceive:
        text = isEvent ? javaScriptReceive(event) : QByteArray();
        break;
    case CopyFormat::JavaScriptServer:
        text = isEvent ? javaScriptServer(event) : QByteArray();
        break;
    case CopyFormat::Python:
        text = isEvent ? python(event, url) : QByteArray();
        break;
    case CopyFormat::Curl:
        text = isEvent ? curl(event, url) : QByteArray();
        break;
    case CopyFormat::EventName:
        text = event.event;
        break;
    }
    return QString::fromUtf8(text);
}

} // namespace Switchboard::App
