// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/rowtext.h"

#include "core/jsonscanner.h"
#include "format/displaysafe.h"
#include "format/format.h"
#include "traffic/filtermatcher.h"

namespace Switchboard::App {

namespace {

constexpr qsizetype shownChars = 240;

} // namespace

QString RowWriter::kindWord(const Event &event)
{
    switch (event.kind) {
    case Kind::In:
        return tr("In");
    case Kind::Out:
        return tr("Out");
    case Kind::AckIn:
        return tr("Ack in");
    case Kind::AckOut:
        return tr("Ack out");
    case Kind::Connect:
        return event.flags & Traffic::Upgraded ? tr("Upgrade") : tr("Connect");
    case Kind::Disconnect:
        return tr("Disconnect");
    case Kind::Join:
        return tr("Join");
    case Kind::Leave:
        return tr("Leave");
    case Kind::Error:
        return tr("Error");
    case Kind::RedisIn:
        return tr("Redis in");
    case Kind::RedisOut:
        return tr("Redis out");
    case Kind::Ping:
        return tr("Ping");
    case Kind::Gap:
        return tr("Gap");
    case Kind::Mark:
        return tr("Mark");
    case Kind::Http:
        return tr("HTTP");
    }
    return {};
}

QString RowWriter::ackText(const Event &event)
{
    switch (event.ack) {
    case AckState::None:
        return {};
    case AckState::Waiting:
        return tr("waiting");
    case AckState::Answered:
        return Format::span(event.latency);
    case AckState::TimedOut:
        return tr("timeout");
    }
    return {};
}

QString RowWriter::bodyNote(const Event &event, bool kept)
{
    if (event.thinned) {
        return tr("payload not kept at this rate");
    }
    if (!kept && event.size > 0) {
        return tr("payload no longer kept");
    }
    if ((event.flags & Traffic::Cut) != 0) {
        return tr("cut, %1 in all").arg(Format::bytes(event.size));
    }
    return {};
}

QString RowWriter::eventName(const Event &event) const
{
    const QString word = lifecycleWord(event);
    return word.isEmpty() ? m_names.text(event.event) : word;
}

QString RowWriter::target(const Event &event) const
{
    if (event.kind != Kind::Out) {
        return {};
    }
    const QByteArrayList targets = m_names.name(event.target).split('\n');
    QByteArrayList rooms;
    int sockets = 0;
    int excepted = 0;
    for (const QByteArray &target : targets) {
        if (target.startsWith('!')) {
            ++excepted;
        } else if (target.startsWith('@')) {
            ++sockets;
        } else if (!target.isEmpty()) {
            rooms.append(target);
        }
    }
    QString text = tr("everyone");
    if (rooms.size() == 1) {
        text = tr("room %1").arg(displaySafe(rooms.constFirst(), 100));
    } else if (rooms.size() > 1) {
        text = tr("%1 rooms").arg(rooms.size());
    } else if (sockets > 0) {
        text = sockets == 1 ? tr("to socket") : tr("%1 sockets").arg(sockets);
    }
    return excepted > 0 ? tr("%1, except %2").arg(text).arg(excepted) : text;
}

QString RowWriter::arguments(const Event &event, std::optional<QByteArrayView> payload) const
{
    const ClientNames::Client &client = m_clients.client(event.client);
    switch (event.kind) {
    case Kind::Join:
    case Kind::Leave:
        return m_names.text(event.target);
    case Kind::Ping:
        return event.count > 0 ? Format::span(event.count) : QString();
    case Kind::Connect:
        if (event.nsp == 0 || (event.flags & Traffic::Upgraded) != 0) {
            const QString via
                = event.via == Traffic::Via::WebSocket ? tr("WebSocket") : tr("polling");
            return client.address.isEmpty() ? via : tr("%1, %2").arg(via, client.address);
        }
        break;
    default:
        break;
    }
    const QString note = bodyNote(event, payload.has_value());
    if (!payload) {
        return note;
    }
    QByteArrayView text = *payload;
    if (hasArguments(event.kind)) {
        text = text.sliced(1).chopped(1);
    }
    if (event.kind == Kind::Http) {
        if (const auto message = Json::member(text, "message");
            message && message->startsWith('"')) {
            const QByteArray status
                = Json::member(text, "status").value_or(QByteArrayView()).toByteArray();
            const QByteArray answer = status + ' ' + Json::decodeString(*message);
            return displaySafe(answer, shownChars);
        }
    }
    return displaySafe(text, shownChars);
}

QString RowWriter::label(const RowText &row, const Event &event) const
{
    QStringList parts{kindWord(event), row.event};
    if (!row.nsp.isEmpty()) {
        parts.append(tr("namespace %1").arg(row.nsp));
    }
    if (!row.client.isEmpty()) {
        parts.append(tr("from %1").arg(row.client));
    }
    if (!row.target.isEmpty()) {
        parts.append(row.target);
    }
    if (event.size > 0) {
        parts.append(tr("%1 bytes").arg(Format::count(event.size)));
    }
    if (!row.ack.isEmpty()) {
        parts.append(tr("ack %1").arg(row.ack));
    }
    if (row.marked) {
        parts.append(tr("marked"));
    }
    parts.append(row.time);
    return parts.join(QStringLiteral(", "));
}

RowText RowWriter::write(RowId id, const Event &event, std::optional<QByteArrayView> payload) const
{
    RowText row;
    row.id = id;
    row.kind = event.kind;
    row.marked = event.marked;
    row.time = Format::clock(event.time);
    if (event.kind == Kind::Gap) {
        row.event = tr("%1 events not recorded (too fast)").arg(Format::count(event.count));
        row.label = row.event;
        return row;
    }
    row.event = eventName(event);
    if (event.kind == Kind::Out && event.count != 1) {
        row.count = QStringLiteral("×%1").arg(Format::badge(event.count));
    }
    row.nsp = m_names.text(event.nsp);
    row.client = m_clients.label(event.client);
    row.target = target(event);
    row.args = arguments(event, payload);
    row.size = event.size > 0 ? Format::bytes(event.size) : QString();
    row.ack = ackText(event);
    row.late = event.ack == AckState::TimedOut;
    row.label = label(row, event);
    return row;
}

} // namespace Switchboard::App
