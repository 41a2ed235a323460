// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/records.h"

#include "core/jsonscanner.h"
#include "core/utf8.h"
#include "engineio/session.h"

#include <QString>

namespace Switchboard::EngineIo {

namespace {

/** @p text as a JSON string; what is not UTF-8 becomes U+FFFD. */
QByteArray jsonString(QByteArrayView text)
{
    return Json::encodeString(
        isValidUtf8(text) ? text.toByteArray() : QString::fromUtf8(text).toUtf8());
}

/** @p target with the sid in its query shortened. */
QByteArray withoutSecret(QByteArrayView target)
{
    QByteArray result = target.toByteArray();
    for (qsizetype at = result.indexOf("sid="); at >= 0; at = result.indexOf("sid=", at + 4)) {
        const qsizetype start = at + 4;
        const qsizetype end = result.indexOf('&', start);
        const qsizetype length = (end < 0 ? result.size() : end) - start;
        result.replace(start, length, shortened(QByteArrayView(result).sliced(start, length)));
    }
    return result;
}

QByteArrayView transportName(Traffic::Via via)
{
    return via == Traffic::Via::WebSocket ? QByteArrayView("websocket") : QByteArrayView("polling");
}

Traffic::Record recordOf(const Session &session, Traffic::Kind kind)
{
    Traffic::Record record;
    record.kind = kind;
    record.client = session.serial();
    record.via = session.via();
    return record;
}

void recordConnect(Traffic::Tap &tap, const Session &session, quint8 flags)
{
    if (!tap.isOn()) {
        return;
    }
    const QByteArray payload = "{\"sid\":" + jsonString(shortened(session.sid().view()))
        + ",\"address\":" + jsonString(session.handshake().address) + ",\"transport\":\""
        + transportName(session.via())
        + "\",\"protocol\":4,\"target\":" + jsonString(session.handshake().target) + '}';
    Traffic::Record record = recordOf(session, Traffic::Kind::Connect);
    record.flags = flags;
    record.payload = payload;
    record.size = static_cast<quint32>(payload.size());
    tap.record(record);
}

bool isPeersMistake(CloseReason reason)
{
    return reason == CloseReason::TransportError || reason == CloseReason::ParseError;
}

} // namespace

void recordOpened(Traffic::Tap &tap, const Session &session)
{
    recordConnect(tap, session, 0);
}

void recordUpgraded(Traffic::Tap &tap, const Session &session)
{
    recordConnect(tap, session, Traffic::Upgraded);
}

void recordRoundTrip(Traffic::Tap &tap, const Session &session)
{
    if (tap.isOn()) {
        Traffic::Record record = recordOf(session, Traffic::Kind::Ping);
        record.count = static_cast<quint32>(session.roundTrip().count());
        tap.record(record);
    }
}

void recordClosed(
    Traffic::Tap &tap, const Session &session, CloseReason reason, QByteArrayView description)
{
    if (!tap.isOn(Traffic::Kind::Disconnect)) {
        return;
    }
    const QByteArrayView words(text(reason));
    if (isPeersMistake(reason) && !description.isEmpty()) {
        Traffic::Record record = recordOf(session, Traffic::Kind::Error);
        record.event = description;
        record.payload = words;
        record.size = static_cast<quint32>(words.size());
        tap.record(record);
    }
    Traffic::Record record = recordOf(session, Traffic::Kind::Disconnect);
    record.payload = words;
    record.size = static_cast<quint32>(words.size());
    tap.record(record);
}

void recordRefused(Traffic::Tap &tap, const Net::HttpRequest &request, Error error, int status,
    QByteArrayView message)
{
    if (!tap.isOn()) {
        return;
    }
    const QByteArray event = request.method + ' ' + withoutSecret(request.target);
    const QByteArray payload = "{\"status\":" + QByteArray::number(status) + ",\"code\":"
        + QByteArray::number(wireCode(error)) + ",\"message\":" + jsonString(message) + '}';
    Traffic::Record record;
    record.kind = Traffic::Kind::Http;
    record.event = event;
    record.payload = payload;
    record.size = static_cast<quint32>(payload.size());
    tap.record(record);
}

QByteArray shortened(QByteArrayView sid)
{
    if (sid.size() <= 6) {
        return sid.toByteArray();
    }
    return sid.first(4).toByteArray() + "\xE2\x80\xA6" + sid.last(2).toByteArray();
}

} // namespace Switchboard::EngineIo
