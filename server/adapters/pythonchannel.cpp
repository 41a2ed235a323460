// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "adapters/pythonchannel.h"

#include "core/jsonscanner.h"
#include "core/logging.h"
#include "core/utf8.h"
#include "socketio/namespace.h"
#include "socketio/socket.h"

#include <QPointer>

#include <array>

namespace Switchboard::SocketIo {

namespace {

using Method = PythonMessage::Method;

constexpr JsonLimits limits{72, 100'000};
constexpr char pickleMark = '\x80';

QByteArray text(QByteArrayView json)
{
    return json.startsWith('"') ? Json::decodeString(json) : QByteArray();
}

/** A text or an array of them; null is none. */
QByteArrayList texts(QByteArrayView json)
{
    QByteArrayList list;
    if (json.startsWith('"')) {
        list.append(text(json));
    } else if (json.startsWith('[')) {
        const auto items = Json::splitArray(json, limits);
        for (qsizetype i = 0; items.ok() && i < items->size(); ++i) {
            list.append(text((*items)[i]));
        }
    }
    return list;
}

/** Arguments as they are, or, if binary, the first item's with the others in base64. */
bool readData(QByteArrayView data, bool isBinary, PythonMessage &message)
{
    auto items = Json::splitArray(data, limits);
    if (!items.ok()) {
        return false;
    }
    if (isBinary) {
        if (items->isEmpty()) {
            return false;
        }
        for (const auto item : items->sliced(1)) {
            const auto bytes = QByteArray::fromBase64Encoding(
                text(item), QByteArray::AbortOnBase64DecodingErrors);
            if (!bytes) {
                return false;
            }
            message.attachments.append(*bytes);
        }
        const auto first = items->front();
        items = first.startsWith('[')
            ? Json::splitArray(first, limits)
            : Result<QList<QByteArrayView>, JsonError>(QList<QByteArrayView>{first});
    }
    for (const auto item : *items) {
        message.args += (message.args.isEmpty() ? "" : ",") + item.toByteArray();
    }
    return true;
}

bool readEmit(QByteArrayView json, PythonMessage &message)
{
    const auto member
        = [&](QByteArrayView key) { return Json::member(json, key).value_or(QByteArrayView()); };
    message.event = text(member("event"));
    message.skip = texts(member("skip_sid"));
    const auto callback = member("callback");
    if (callback.startsWith('[')) {
        const auto items = Json::splitArray(callback, limits);
        if (!items.ok() || items->size() != 3) {
            return false;
        }
        for (const auto item : *items) {
            message.callback.append(item.toByteArray());
        }
    }
    const auto data = member("data");
    return !message.event.isEmpty()
        && (!data.startsWith('[')
            || readData(data, member("binary") == QByteArrayView("true"), message));
}

} // namespace

std::optional<PythonMessage> decodePythonMessage(QByteArrayView json)
{
    if (!json.startsWith('{') || !isValidUtf8(json) || Json::check(json, limits)) {
        return {};
    }
    static constexpr std::array<std::pair<QByteArrayView, Method>, 5> methods{
        {{"emit", Method::Emit}, {"disconnect", Method::Disconnect},
            {"enter_room", Method::EnterRoom}, {"leave_room", Method::LeaveRoom},
            {"close_room", Method::CloseRoom}}};
    const auto member
        = [&](QByteArrayView key) { return Json::member(json, key).value_or(QByteArrayView()); };
    const auto name = text(member("method"));
    const auto *method = std::ranges::find(
        methods, QByteArrayView(name), [](const auto &known) { return known.first; });
    if (method == methods.end()) {
        return {};
    }
    PythonMessage message;
    message.method = method->second;
    message.hostId = text(member("host_id"));
    message.nsp = text(member("namespace"));
    if (message.nsp.isEmpty()) {
        message.nsp = "/";
    }
    message.sid = text(member("sid"));
    message.rooms = texts(member("room"));
    if (message.method == Method::Emit && !readEmit(json, message)) {
        return {};
    }
    return message;
}

PythonChannel::PythonChannel(Server &io, Redis::Client &client, QByteArray channel)
    : m_io(io)
    , m_client(client)
    , m_channel(std::move(channel))
{
    m_client.subscribe({m_channel, false}, *this);
}

PythonChannel::~PythonChannel()
{
    m_client.unsubscribeAll(*this);
}

void PythonChannel::message(const Redis::Message &message)
{
    const auto decoded = decodePythonMessage(message.body);
    if (!decoded) {
        // Answers to others' callbacks are none of our business, and no mistake either.
        const bool isPickle = message.body.startsWith(pickleMark);
        if (isPickle && m_pickled++ == 0) {
            qCWarning(lcAdapter) << "A python-socketio before 5.14 publishes on" << m_channel
                                 << "in a format that is not safe to read. Update it.";
        }
        ++m_ignored;
        return;
    }
    Namespace *nsp = m_io.find(decoded->nsp);
    if (nsp == nullptr) {
        return;
    }
    Socket *socket = nsp->socket(Sid::fromText(decoded->sid));
    switch (decoded->method) {
    case Method::Emit:
        emitEvent(*nsp, *decoded);
        break;
    case Method::Disconnect:
        if (socket != nullptr) {
            socket->disconnect();
        }
        break;
    case Method::EnterRoom:
        if (socket != nullptr) {
            socket->join(decoded->rooms);
        }
        break;
    case Method::LeaveRoom:
        for (const QByteArray &room : decoded->rooms) {
            if (socket != nullptr) {
                socket->leave(room);
            }
        }
        break;
    case Method::CloseRoom:
        for (const QByteArray &room : decoded->rooms) {
            for (const Sid &id : nsp->adapter().sockets({{room}, {}, nullptr})) {
                if (Socket *member = nsp->socket(id)) {
                    member->leave(room);
                }
            }
        }
        break;
    }
}

void PythonChannel::emitEvent(Namespace &nsp, const PythonMessage &message)
{
    const ArgsView args{message.args,
        {message.attachments.constData(), static_cast<std::size_t>(message.attachments.size())}};
    auto to = nsp.local().to(message.rooms).except(message.skip);
    if (message.callback.isEmpty()) {
        m_ignored += to.emit(message.event, args) < 0 ? 1U : 0U;
        return;
    }
    const auto answered = [this, message, alive = QPointer(&m_lifetime)](
                              const BroadcastReply &reply) {
        if (alive && reply.answered() && reply.attachments.isEmpty()) {
            m_client.publish(m_channel,
                "{\"method\":\"callback\",\"host_id\":" + Json::encodeString(message.hostId)
                    + ",\"sid\":" + message.callback[0] + ",\"namespace\":" + message.callback[1]
                    + ",\"id\":" + message.callback[2] + ",\"args\":[" + reply.json + "]}",
                {}, false);
        }
    };
    constexpr std::chrono::seconds wait{60}; // as python-socketio's call() waits by default
    m_ignored += to.timeout(wait).emitWithAck(message.event, args, {}, answered) < 0 ? 1U : 0U;
}

} // namespace Switchboard::SocketIo
