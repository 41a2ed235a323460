// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/eventdetail.h"

#include "core/jsonscanner.h"
#include "format/displaysafe.h"
#include "format/format.h"

#include <QClipboard>
#include <QGuiApplication>

namespace Switchboard::App {

namespace {

constexpr qsizetype nameChars = 200;
constexpr qsizetype valueChars = 4000;
constexpr qsizetype mostAnswers = 200;

QVariant line(const QString &name, const QString &value)
{
    return QVariant::fromValue(DetailLine{name, value});
}

} // namespace

static_assert(int(EventDetail::Copy::EventName) == int(CopyFormat::EventName));

QStringList displayLines(QByteArrayView text, int columns, int most)
{
    QStringList lines;
    for (qsizetype at = 0; at <= text.size() && lines.size() < most;) {
        qsizetype end = text.indexOf('\n', at);
        end = end < 0 ? text.size() : end;
        // Cut by characters of the safe text, so that no escape is torn apart on the way.
        const QString safe = displaySafe(text.sliced(at, end - at), text.size() * 8);
        qsizetype from = 0;
        do {
            lines.append(safe.mid(from, columns));
            from += columns;
        } while (from < safe.size() && lines.size() < most);
        at = end + 1;
    }
    return lines;
}

QStringList hexDump(QByteArrayView bytes, int most)
{
    constexpr qsizetype perLine = 16;
    QStringList lines;
    for (qsizetype at = 0; at < bytes.size() && lines.size() < most; at += perLine) {
        const QByteArrayView row = bytes.sliced(at, qMin(perLine, bytes.size() - at));
        QString hex = QString::fromLatin1(row.toByteArray().toHex(' ')).leftJustified(3 * perLine);
        for (const char c : row) {
            hex += c >= 0x20 && c < 0x7F ? QLatin1Char(c) : QLatin1Char('.');
        }
        lines.append(QString::number(at, 16).rightJustified(6, QLatin1Char('0'))
            + QStringLiteral("  ") + hex);
    }
    return lines;
}

EventDetail::EventDetail(const EventRing &ring, const ClientNames &clients, QObject *parent)
    : QObject(parent)
    , m_ring(ring)
    , m_clients(clients)
    , m_writer(ring.names(), clients)
{ }

void EventDetail::show(RowId id)
{
    show(m_ring.keep(id));
}

void EventDetail::show(KeptEvent event)
{
    m_kept = std::move(event);
    rebuild();
}

void EventDetail::clear()
{
    if (m_kept) {
        m_kept.reset();
        rebuild();
    }
}

void EventDetail::rebuild()
{
    const EventText text = m_kept ? eventText() : EventText();
    const QByteArray payload = m_kept ? m_kept->payload : QByteArray();
    const bool isJson = !payload.isEmpty() && (payload.front() == '[' || payload.front() == '{');
    m_tree.show(isJson ? payload : QByteArray(), text.attachments, m_kept ? m_kept->event.time : 0);
    const bool isWhole = isJson && !Json::check(payload, {JsonScanner::maxDepth, 1'000'000});
    m_textLines = displayLines(isWhole ? Json::pretty(payload) : payload);
    m_hexLines = hexDump(payload);
    for (qsizetype i = 0; i < text.attachments.size(); ++i) {
        const QByteArray &bytes = text.attachments.at(i);
        m_hexLines.append(tr("Attachment %1, %2").arg(i + 1).arg(Format::bytes(bytes.size())));
        m_hexLines += hexDump(bytes);
    }
    Q_EMIT changed();
    Q_EMIT ackChanged();
}

void EventDetail::refresh()
{
    if (!m_kept || !m_ring.contains(m_kept->id)) {
        return;
    }
    const Event &now = m_ring.at(m_kept->id);
    Event &then = m_kept->event;
    if (now.ack != then.ack || now.answers != then.answers) {
        then = now;
        Q_EMIT ackChanged();
    }
}

bool EventDetail::has(Traffic::Flag flag) const
{
    return m_kept && (m_kept->event.flags & flag) != 0;
}

QString EventDetail::kindWord() const
{
    return m_kept ? RowWriter::kindWord(m_kept->event) : QString();
}

QString EventDetail::name() const
{
    return m_kept ? m_writer.eventName(m_kept->event) : QString();
}

QString EventDetail::nsp() const
{
    return m_kept ? m_ring.names().text(m_kept->event.nsp) : QString();
}

QString EventDetail::summary() const
{
    if (!m_kept) {
        return {};
    }
    const QString from = client().isEmpty() ? target() : tr("from %1").arg(client());
    const QString size = Format::bytes(m_kept->event.size);
    return from.isEmpty() ? size : size + QStringLiteral(" · ") + from;
}

QString EventDetail::client() const
{
    return m_kept ? m_clients.label(m_kept->event.client) : QString();
}

QString EventDetail::target() const
{
    return m_kept ? m_writer.target(m_kept->event) : QString();
}

bool EventDetail::isSendable() const
{
    return isEvent() && m_kept->bodyKept && !has(Traffic::Cut);
}

QString EventDetail::bodyNote() const
{
    return m_kept ? RowWriter::bodyNote(m_kept->event, m_kept->bodyKept) : QString();
}

EventText EventDetail::eventText() const
{
    return m_kept ? spellOut(*m_kept, m_ring.names()) : EventText();
}

QVariantList EventDetail::frame() const
{
    if (!m_kept) {
        return {};
    }
    const EventText text = eventText();
    const QList<PacketPart> parts = packetParts(text);
    const bool isAck = text.kind == Kind::AckIn || text.kind == Kind::AckOut;
    QVariantList list;
    for (const PacketPart &part : parts) {
        QString meaning;
        switch (part.meaning) {
        case PacketPart::Meaning::Message:
            meaning = tr("Engine.IO message");
            break;
        case PacketPart::Meaning::Type:
            meaning = (isBinary() ? QStringLiteral("BINARY_") : QString())
                + (isAck ? QStringLiteral("ACK") : QStringLiteral("EVENT"));
            break;
        case PacketPart::Meaning::Attachments:
            meaning = tr("attachments");
            break;
        case PacketPart::Meaning::Namespace:
            meaning = tr("namespace");
            break;
        case PacketPart::Meaning::AckId:
            meaning = tr("ack id");
            break;
        case PacketPart::Meaning::Json:
            meaning = tr("JSON");
            break;
        }
        list.append(line(meaning, displaySafe(part.text, valueChars)));
    }
    for (const QByteArray &attachment : text.attachments) {
        list.append(line(tr("binary frame"), Format::bytes(attachment.size())));
    }
    return list;
}

QVariantList EventDetail::context() const
{
    if (!m_kept) {
        return {};
    }
    const Event &event = m_kept->event;
    const ClientNames::Client &from = m_clients.client(event.client);
    QVariantList list{line(tr("Time"), Format::dateTime(event.time))};
    const auto add = [&list](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            list.append(line(name, value));
        }
    };
    add(tr("Client"), m_clients.label(event.client));
    add(tr("Client id"), from.name.isEmpty() ? QString() : from.id);
    add(tr("Address"), from.address);
    if (event.via != Traffic::Via::None) {
        add(tr("Transport"),
            event.via == Traffic::Via::WebSocket ? tr("WebSocket") : tr("HTTP long-polling"));
    }
    add(tr("Namespace"), nsp());
    if (event.kind == Kind::Out) {
        const EventText text = eventText();
        add(tr("Sent to"), target());
        add(tr("Rooms"), displaySafe((text.rooms + text.sockets).join(", "), nameChars));
        add(tr("Except"), displaySafe(text.exceptRooms.join(", "), nameChars));
        add(tr("Clients"), Format::count(event.count));
    } else if (event.kind == Kind::Join || event.kind == Kind::Leave) {
        add(tr("Room"), m_ring.names().text(event.target));
    } else if (event.kind == Kind::Ping) {
        add(tr("Round trip"), Format::span(event.count));
    }
    add(tr("Size"), tr("%1 bytes").arg(Format::count(event.size)));
    add(tr("Ack id"), event.ackId >= 0 ? QString::number(event.ackId) : QString());
    add(tr("Row"), Format::count(qint64(m_kept->id)));
    return list;
}

QString EventDetail::ackText() const
{
    return m_kept ? RowWriter::ackText(m_kept->event) : QString();
}

bool EventDetail::isAckLate() const
{
    return m_kept && m_kept->event.ack == AckState::TimedOut;
}

QString EventDetail::ackSentence() const
{
    if (!m_kept) {
        return {};
    }
    const Event &event = m_kept->event;
    if (event.kind == Kind::AckIn || event.kind == Kind::AckOut) {
        return event.ack == AckState::Answered
            ? tr("Answers %1 after %2.").arg(name(), Format::span(event.latency))
            : tr("The event it answers is no longer kept.");
    }
    switch (event.ack) {
    case AckState::None:
        return tr("No ack was asked for.");
    case AckState::Waiting:
        return event.count > 1
            ? tr("%1 of %2 clients have answered.").arg(event.answers).arg(event.count)
            : tr("Waiting for the ack.");
    case AckState::Answered:
        return event.count > 1 ? tr("%1 of %2 clients answered, the last after %3.")
                                     .arg(event.answers)
                                     .arg(event.count)
                                     .arg(Format::span(event.latency))
                               : tr("Acked after %1.").arg(Format::span(event.latency));
    case AckState::TimedOut:
        return tr("No ack came within a minute.");
    }
    return {};
}

/** Looks through the rows behind the event; there are no links, because acks are looked at rarely.
 */
QVariantList EventDetail::answers() const
{
    QVariantList list;
    if (!m_kept || m_kept->event.answers == 0 || !m_ring.contains(m_kept->id)) {
        return list;
    }
    const Event &asked = m_kept->event;
    const Kind wanted = asked.kind == Kind::Out ? Kind::AckIn : Kind::AckOut;
    const auto most = qMin(qsizetype(asked.answers), mostAnswers);
    for (RowId id = m_kept->id + 1; id < m_ring.end() && list.size() < most; ++id) {
        const Event &event = m_ring.at(id);
        const bool sameClient = asked.client == 0 || event.client == asked.client;
        if (event.kind == wanted && event.ackId == asked.ackId && event.nsp == asked.nsp
            && sameClient) {
            const auto body = m_ring.payload(event);
            const QString text = body ? displaySafe(body->sliced(1).chopped(1), valueChars)
                                      : RowWriter::bodyNote(event, false);
            list.append(
                line(tr("%1, %2").arg(m_clients.label(event.client), Format::span(event.latency)),
                    text));
        }
    }
    return list;
}

QString EventDetail::code(Copy format) const
{
    return m_kept ? copyAs(CopyFormat(int(format)), eventText(), m_serverUrl) : QString();
}

QStringList EventDetail::codeLines(Copy format) const
{
    const QString text = code(format);
    return text.isEmpty() ? QStringList() : displayLines(text.toUtf8());
}

bool EventDetail::copy(Copy format) const
{
    const QString text = code(format);
    if (!text.isEmpty()) {
        copyText(text);
    }
    return !text.isEmpty();
}

void EventDetail::copyText(const QString &text) const
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace Switchboard::App
