// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/emitdraft.h"

#include "format/displaysafe.h"
#include "format/format.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace Switchboard::App {

namespace {

constexpr int maxNameChars = 80;

// What the file says, so never to be renamed.
constexpr std::array typeNames{"json", "text", "number", "boolean", "null", "hex", "base64"};
constexpr std::array audienceNames{"everyone", "rooms", "clients"};

template <std::size_t size>
std::optional<int> indexOf(const std::array<const char *, size> &names, const QString &name)
{
    const auto found = std::find_if(names.begin(), names.end(),
        [&](const char *known) { return name == QLatin1StringView(known); });
    return found == names.end() ? std::nullopt : std::optional(int(found - names.begin()));
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray()) {
        list.append(item.toString());
    }
    return list;
}

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("EmitDraft", text, nullptr, n);
}

} // namespace

bool EmitDraft::namesClients() const
{
    return audience == Audience::Clients || !exceptClients.isEmpty();
}

QString EmitDraft::audienceText() const
{
    switch (audience) {
    case Audience::Everyone:
        return nsp == u"/" ? tr("everyone") : displaySafe(nsp, maxNameChars);
    case Audience::Rooms:
        return rooms.size() == 1 ? tr("room %1").arg(displaySafe(rooms.first(), maxNameChars))
                                 : tr("%1 rooms").arg(Format::count(rooms.size()));
    case Audience::Clients:
        return clients.size() == 1 ? tr("one client")
                                   : tr("%1 clients").arg(Format::count(clients.size()));
    }
    return {};
}

QJsonObject EmitDraft::toJson() const
{
    QJsonArray argumentList;
    for (const DraftArgument &argument : arguments) {
        argumentList.append(QJsonObject{
            {QStringLiteral("type"), QLatin1StringView(typeNames[std::size_t(argument.type)])},
            {QStringLiteral("text"), argument.text}});
    }
    return {{QStringLiteral("event"), event}, {QStringLiteral("namespace"), nsp},
        {QStringLiteral("audience"), QLatin1StringView(audienceNames[std::size_t(audience)])},
        {QStringLiteral("rooms"), QJsonArray::fromStringList(rooms)},
        {QStringLiteral("exceptRooms"), QJsonArray::fromStringList(exceptRooms)},
        {QStringLiteral("arguments"), argumentList}, {QStringLiteral("waitForAck"), waitForAck},
        {QStringLiteral("ackTimeout"), qint64(ackTimeout.count())},
        {QStringLiteral("volatile"), isVolatile}, {QStringLiteral("repeat"), isRepeated},
        {QStringLiteral("repeatCount"), repeatCount},
        {QStringLiteral("repeatInterval"), qint64(repeatInterval.count())}};
}

std::optional<EmitDraft> EmitDraft::fromJson(const QJsonObject &json)
{
    EmitDraft draft;
    if (!json.value(u"event").isString()) {
        return std::nullopt;
    }
    const auto audience = indexOf(audienceNames, json.value(u"audience").toString());
    if (!audience) {
        return std::nullopt;
    }
    draft.event = json.value(u"event").toString();
    draft.nsp = json.value(u"namespace").toString(draft.nsp);
    draft.audience = Audience(*audience);
    draft.rooms = strings(json.value(u"rooms"));
    draft.exceptRooms = strings(json.value(u"exceptRooms"));
    const QJsonArray arguments = json.value(u"arguments").toArray();
    if (arguments.size() > maxArguments) {
        return std::nullopt;
    }
    for (const QJsonValue &value : arguments) {
        const auto type = indexOf(typeNames, value[u"type"].toString());
        if (!type) {
            return std::nullopt;
        }
        draft.arguments.append({DraftArgument::Type(*type), value[u"text"].toString()});
    }
    draft.waitForAck = json.value(u"waitForAck").toBool();
    draft.ackTimeout = std::chrono::milliseconds(
        std::clamp(json.value(u"ackTimeout").toInt(5'000), 100, 120'000));
    draft.isVolatile = json.value(u"volatile").toBool();
    draft.isRepeated = json.value(u"repeat").toBool();
    draft.repeatCount = std::clamp(json.value(u"repeatCount").toInt(10), 1, 1'000'000);
    draft.repeatInterval = std::chrono::milliseconds(
        std::clamp(json.value(u"repeatInterval").toInt(100), 0, 60'000));
    return draft;
}

} // namespace Switchboard::App
