// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/compiledemit.h"

#include "act/clientname.h"
#include "act/jsonwords.h"
#include "format/displaysafe.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Switchboard::App {

namespace {

constexpr int maxShownChars = 40;

QString tr(const char *text)
{
    return QCoreApplication::translate("Composer", text);
}

DraftProblem at(const QString &text, qsizetype position, qsizetype length)
{
    DraftProblem problem;
    problem.position = position;
    problem.length = length;
    const QStringView before = QStringView(text).first(position);
    problem.line = int(before.count(u'\n')) + 1;
    problem.column = int(position - (before.lastIndexOf(u'\n') + 1)) + 1;
    return problem;
}

QString withPlace(const DraftProblem &problem, const QString &sentence)
{
    return tr("Line %1, column %2: %3")
        .arg(QString::number(problem.line), QString::number(problem.column), sentence);
}

DraftProblem problemOf(const QString &text, const TemplateError &error)
{
    const QByteArray utf8 = text.toUtf8();
    const qsizetype position = QString::fromUtf8(utf8.first(error.offset)).size();
    const QString wrong = QString::fromUtf8(
        utf8.sliced(error.offset, std::min(error.length, utf8.size() - error.offset)));
    DraftProblem problem = at(text, position, wrong.size());
    const QString shown = displaySafe(wrong, maxShownChars);
    switch (error.reason) {
    case TemplateError::Reason::Json:
        problem.sentence = withPlace(problem, jsonErrorWords(error.json.reason));
        break;
    case TemplateError::Reason::Unclosed:
        problem.sentence = withPlace(problem, tr("{{ without }}"));
        break;
    case TemplateError::Reason::UnknownVariable:
        problem.sentence = withPlace(
            problem, tr("unknown variable %1. Write \\u007b{ to send two braces").arg(shown));
        break;
    case TemplateError::Reason::BadParameters:
        problem.sentence = withPlace(problem,
            tr("%1 needs other words, as in {{random 1 100}} or {{pick a b c}}").arg(shown));
        break;
    case TemplateError::Reason::NotANumber:
        problem.sentence = tr("This is not a number");
        break;
    }
    return problem;
}

EmitTemplate::Syntax syntaxOf(DraftArgument::Type type)
{
    switch (type) {
    case DraftArgument::Type::Text:
        return EmitTemplate::Syntax::Plain;
    case DraftArgument::Type::Number:
        return EmitTemplate::Syntax::Number;
    default:
        return EmitTemplate::Syntax::Json;
    }
}

struct Bytes
{
    QByteArray bytes;
};

Result<Bytes, DraftProblem> decodeHex(const QString &text)
{
    QByteArray digits;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isSpace()) {
            continue;
        }
        const char16_t unit = c.unicode();
        if (unit > 0x7f || !isxdigit(unit)) {
            DraftProblem problem = at(text, i, 1);
            problem.sentence = withPlace(problem, tr("expected 0 to 9 or a to f"));
            return problem;
        }
        digits.append(char(unit));
    }
    if (digits.size() % 2 != 0) {
        DraftProblem problem = at(text, text.size(), 0);
        problem.sentence = tr("A byte has two hexadecimal digits; one is missing at the end");
        return problem;
    }
    return Bytes{QByteArray::fromHex(digits)};
}

Result<Bytes, DraftProblem> decodeBase64(const QString &text)
{
    QByteArray digits = text.toUtf8();
    digits.removeIf([](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    auto decoded = QByteArray::fromBase64Encoding(digits, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        DraftProblem problem = at(text, 0, text.size());
        problem.sentence = tr("This is not base64");
        return problem;
    }
    return Bytes{*decoded};
}

Result<Bytes, DraftProblem> decodeBinary(const DraftArgument &argument)
{
    return argument.type == DraftArgument::Type::Hex ? decodeHex(argument.text)
                                                     : decodeBase64(argument.text);
}

bool isBinary(DraftArgument::Type type)
{
    return type == DraftArgument::Type::Hex || type == DraftArgument::Type::Base64;
}

QString jsonText(const DraftArgument &argument)
{
    switch (argument.type) {
    case DraftArgument::Type::Boolean:
        return argument.text == u"true" ? QStringLiteral("true") : QStringLiteral("false");
    case DraftArgument::Type::Null:
        return QStringLiteral("null");
    default:
        return argument.text;
    }
}

Result<EmitTemplate, DraftProblem> parseText(const DraftArgument &argument)
{
    const QString text = jsonText(argument);
    auto parsed = EmitTemplate::parse(text.toUtf8(), syntaxOf(argument.type));
    if (!parsed) {
        return problemOf(text, parsed.error());
    }
    return std::move(*parsed);
}

QByteArrayList utf8List(const QStringList &list)
{
    QByteArrayList bytes;
    for (const QString &text : list) {
        bytes.append(text.toUtf8());
    }
    return bytes;
}

DraftProblem plainProblem(const QString &sentence)
{
    DraftProblem problem;
    problem.sentence = sentence;
    return problem;
}

} // namespace

std::optional<DraftProblem> checkArgument(const DraftArgument &argument)
{
    if (isBinary(argument.type)) {
        const auto bytes = decodeBinary(argument);
        return bytes ? std::nullopt : std::optional(bytes.error());
    }
    const auto parsed = parseText(argument);
    return parsed ? std::nullopt : std::optional(parsed.error());
}

std::optional<QString> checkEventName(const QString &name)
{
    static constexpr std::array reserved{u"connect", u"connect_error", u"disconnect",
        u"disconnecting", u"newListener", u"removeListener"};
    if (name.isEmpty()) {
        return tr("Name the event to send");
    }
    for (const char16_t *word : reserved) {
        if (name == QStringView(word)) {
            return tr("%1 is reserved by Socket.IO.").arg(name);
        }
    }
    return std::nullopt;
}

Result<CompiledEmit, DraftProblem> CompiledEmit::compile(const EmitDraft &draft)
{
    if (const auto problem = checkEventName(draft.event)) {
        return plainProblem(*problem);
    }
    if (draft.arguments.size() > EmitDraft::maxArguments) {
        return plainProblem(tr("An event has at most 16 arguments"));
    }
    CompiledEmit emission;
    EmitRequest &base = emission.m_base;
    base.event = draft.event.toUtf8();
    base.target.nsp = draft.nsp.toUtf8();
    if (draft.audience == EmitDraft::Audience::Rooms) {
        base.target.rooms = utf8List(draft.rooms);
    } else if (draft.audience == EmitDraft::Audience::Clients) {
        base.target.clients = draft.clients;
    }
    if (draft.audience == EmitDraft::Audience::Rooms && draft.rooms.isEmpty()) {
        return plainProblem(tr("Add a room to send to"));
    }
    if (draft.audience == EmitDraft::Audience::Clients && draft.clients.isEmpty()) {
        return plainProblem(tr("Add a client to send to"));
    }
    base.target.exceptRooms = utf8List(draft.exceptRooms);
    base.target.exceptClients = draft.exceptClients;
    base.isVolatile = draft.isVolatile;
    base.ackTimeout = draft.waitForAck ? draft.ackTimeout : std::chrono::milliseconds(0);

    for (qsizetype i = 0; i < draft.arguments.size(); ++i) {
        const DraftArgument &argument = draft.arguments.at(i);
        DraftArgument text = argument;
        if (isBinary(argument.type)) {
            const auto bytes = decodeBinary(argument);
            if (!bytes) {
                DraftProblem problem = bytes.error();
                problem.argument = int(i);
                return problem;
            }
            text = {DraftArgument::Type::Json,
                QStringLiteral(R"({"_placeholder":true,"num":%1})").arg(base.attachments.size())};
            base.attachments.append(bytes.value().bytes);
        }
        auto parsed = parseText(text);
        if (!parsed) {
            DraftProblem problem = parsed.error();
            problem.argument = int(i);
            return problem;
        }
        emission.m_arguments.push_back({std::move(*parsed), text.type});
    }
    return emission;
}

bool CompiledEmit::isPerClient() const
{
    return std::any_of(m_arguments.begin(), m_arguments.end(),
        [](const Argument &argument) { return argument.text.isPerClient(); });
}

EmitRequest CompiledEmit::request(const TemplateValues &values) const
{
    EmitRequest request = m_base;
    for (const Argument &argument : m_arguments) {
        const QByteArray text = argument.text.expand(values);
        request.arguments.append(
            argument.type == DraftArgument::Type::Text ? Json::encodeString(text) : text);
    }
    return request;
}

QList<EmitRequest> CompiledEmit::requests(const Server &server, qint64 n) const
{
    if (!isPerClient()) {
        return {request({n, {}, {}})};
    }
    QList<EmitRequest> list;
    const QList<ClientInfo> clients = server.clients();
    for (const auto &[client, membership] : receiversOf(m_base.target, clients)) {
        EmitRequest one = request({n, membership->socketId, clientName(*client).toUtf8()});
        one.target = {m_base.target.nsp, {}, {client->serial}, {}, {}};
        list.append(std::move(one));
    }
    return list;
}

QList<std::pair<const ClientInfo *, const MembershipInfo *>> receiversOf(
    const EmitTarget &target, const QList<ClientInfo> &clients)
{
    const auto isInAny = [](const MembershipInfo &membership, const QByteArrayList &rooms) {
        return std::any_of(rooms.begin(), rooms.end(),
            [&](const QByteArray &room) { return membership.rooms.contains(room); });
    };
    QList<std::pair<const ClientInfo *, const MembershipInfo *>> list;
    for (const ClientInfo &client : clients) {
        for (const MembershipInfo &membership : client.memberships) {
            if (membership.nsp != target.nsp) {
                continue;
            }
            const bool isNamed = (target.rooms.isEmpty() && target.clients.isEmpty())
                || isInAny(membership, target.rooms) || target.clients.contains(client.serial);
            const bool isExcepted = isInAny(membership, target.exceptRooms)
                || target.exceptClients.contains(client.serial);
            if (isNamed && !isExcepted) {
                list.append({&client, &membership});
            }
        }
    }
    return list;
}

} // namespace Switchboard::App
