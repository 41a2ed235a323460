// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/jsonfile.h"

#include "core/utf8.h"

#include <algorithm>

namespace Switchboard {

namespace {

QString describe(const JsonError &error)
{
    using Reason = JsonError::Reason;
    switch (error.reason) {
    case Reason::ExpectedValue:
        return QStringLiteral("A value is missing here.");
    case Reason::ExpectedKey:
    case Reason::ExpectedKeyOrEnd:
        return QStringLiteral("A key in double quotes is missing here.");
    case Reason::ExpectedColon:
        return QStringLiteral("A colon is missing here.");
    case Reason::ExpectedCommaOrEnd:
        return QStringLiteral("A comma or a closing bracket is missing here.");
    case Reason::BadLiteral:
        return QStringLiteral("This word is not JSON. Text needs double quotes.");
    case Reason::BadNumber:
        return QStringLiteral("This is not a JSON number.");
    case Reason::BadEscape:
        return QStringLiteral("This escape is not JSON.");
    case Reason::ControlCharacter:
        return QStringLiteral(
            "Line breaks and control characters in text need an escape, such as \\n.");
    case Reason::UnterminatedString:
        return QStringLiteral("The closing quote is missing.");
    case Reason::UnexpectedEnd:
        return QStringLiteral("The file ends too early.");
    case Reason::TrailingText:
        return QStringLiteral("Nothing may follow the closing bracket.");
    case Reason::TooDeep:
        return QStringLiteral("This is nested too deeply.");
    case Reason::TooManyNodes:
        return QStringLiteral("The file has too many values.");
    }
    return {};
}

} // namespace

QString FileError::sentence() const
{
    return QStringLiteral("line %1, column %2: %3").arg(line).arg(column).arg(message);
}

QString JsonFile::Member::shown() const
{
    return u'"' + QString::fromUtf8(key) + u'"';
}

JsonFile::JsonFile(QByteArrayView text)
    : m_text(text)
{
    if (text.size() > largest) {
        m_message = QStringLiteral("The file is larger than 1 MiB.");
    } else if (!isValidUtf8(text)) {
        m_message = QStringLiteral("The file is not UTF-8 text.");
    } else if (const auto error = Json::check(text)) {
        m_offset = error->offset;
        m_message = describe(*error);
    } else {
        JsonScanner scanner(text);
        const Token first = scanner.next();
        m_root = {first, *scanner.finishValue(first)};
    }
}

std::optional<FileError> JsonFile::error() const
{
    if (!m_message) {
        return {};
    }
    FileError error{1, 1, *m_message};
    for (const char c : m_text.first(m_offset)) {
        if (c == '\n') {
            ++error.line;
            error.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
            ++error.column; // counts code points, not the bytes they continue with
        }
    }
    return error;
}

void JsonFile::fail(QByteArrayView at, const QString &message)
{
    if (!m_message) {
        m_offset = at.data() - m_text.data();
        m_message = message;
    }
}

void JsonFile::unknown(const Member &member, const QString &allowed)
{
    fail(member.keyText,
        QStringLiteral("Unknown key %1. Allowed here: %2.").arg(member.shown(), allowed));
}

std::vector<JsonFile::Node> JsonFile::items(const Node &array, const QString &what)
{
    std::vector<Node> nodes;
    if (array.type != Token::ArrayBegin) {
        fail(array.text, QStringLiteral("%1 must be an array.").arg(what));
        return nodes;
    }
    JsonScanner scanner(array.text);
    scanner.next();
    for (Token token = scanner.next(); token != Token::ArrayEnd; token = scanner.next()) {
        nodes.push_back({token, *scanner.finishValue(token)});
    }
    return nodes;
}

std::vector<JsonFile::Member> JsonFile::members(const Node &object, const QString &what)
{
    std::vector<Member> members;
    if (object.type != Token::ObjectBegin) {
        fail(object.text, QStringLiteral("%1 must be an object.").arg(what));
        return members;
    }
    JsonScanner scanner(object.text);
    scanner.next();
    while (scanner.next() == Token::Key) {
        const auto keyText = scanner.lexeme();
        const Token token = scanner.next();
        Member member{Json::decodeString(keyText), keyText, {token, *scanner.finishValue(token)}};
        if (std::ranges::find(members, member.key, &Member::key) != members.end()) {
            fail(keyText, QStringLiteral("The key %1 is there twice.").arg(member.shown()));
        }
        members.push_back(std::move(member));
    }
    return members;
}

QByteArray JsonFile::string(const Member &member)
{
    if (member.value.type != Token::String) {
        fail(member.value.text, QStringLiteral("%1 must be text.").arg(member.shown()));
        return {};
    }
    return Json::decodeString(member.value.text);
}

bool JsonFile::boolean(const Member &member)
{
    if (member.value.type != Token::True && member.value.type != Token::False) {
        fail(member.value.text, QStringLiteral("%1 must be true or false.").arg(member.shown()));
    }
    return member.value.type == Token::True;
}

int JsonFile::number(const Member &member, int least, int most)
{
    bool isInteger = false;
    const int value = member.value.text.toByteArray().toInt(&isInteger);
    if (member.value.type != Token::Number || !isInteger || value < least || value > most) {
        fail(member.value.text,
            QStringLiteral("%1 must be a number from %2 to %3.")
                .arg(member.shown())
                .arg(least)
                .arg(most));
        return 0;
    }
    return value;
}

} // namespace Switchboard
