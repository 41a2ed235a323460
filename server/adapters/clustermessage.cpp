// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "adapters/clustermessage.h"

#include "adapters/msgpack.h"
#include "core/jsonscanner.h"
#include "core/utf8.h"

#include <algorithm>

namespace Switchboard::SocketIo::Cluster {

namespace {

constexpr JsonLimits limits{72, 100'000};
constexpr qsizetype mostNames = 10'000;

/** One object, asked for its members. */
class Object
{
public:
    explicit Object(QByteArrayView json)
        : m_json(json.startsWith('{') ? json : QByteArrayView())
    { }

    bool isObject() const { return !m_json.isEmpty(); }

    std::optional<QByteArrayView> member(QByteArrayView name) const
    {
        return isObject() ? Json::member(m_json, name) : std::nullopt;
    }

    /** A string, or a number as it stands: rooms and ids may be either. */
    QByteArray text(QByteArrayView name) const
    {
        return toText(member(name).value_or(QByteArrayView())).value_or(QByteArray());
    }

    std::optional<int> number(QByteArrayView name) const
    {
        bool isNumber = false;
        const int value = member(name).value_or(QByteArrayView()).toByteArray().toInt(&isNumber);
        return isNumber ? std::optional(value) : std::nullopt;
    }

    bool isTrue(QByteArrayView name) const { return member(name) == QByteArrayView("true"); }

    QByteArrayList texts(QByteArrayView name) const
    {
        QByteArrayList list;
        const auto array = member(name).value_or(QByteArrayView());
        const auto items = array.startsWith('[')
            ? Json::splitArray(array, limits)
            : Result<QList<QByteArrayView>, JsonError>(QList<QByteArrayView>());
        if (!items.ok()) {
            return list;
        }
        for (const auto item : items->first(std::min(mostNames, items->size()))) {
            if (auto one = toText(item)) {
                list.append(std::move(*one));
            }
        }
        return list;
    }

private:
    static std::optional<QByteArray> toText(QByteArrayView json)
    {
        if (json.startsWith('"')) {
            return Json::decodeString(json);
        }
        const bool isNumber = !json.isEmpty()
            && (json.front() == '-' || (json.front() >= '0' && json.front() <= '9'));
        return isNumber ? std::optional(json.toByteArray()) : std::nullopt;
    }

    QByteArrayView m_json;
};

/** JSON or MessagePack, told by the first byte. */
std::optional<Unpacked> read(QByteArrayView message)
{
    if (message.startsWith('{')) {
        if (!isValidUtf8(message) || Json::check(message, limits)) {
            return {};
        }
        return Unpacked{message.toByteArray(), {}};
    }
    auto unpacked = unpackMsgpack(message);
    return unpacked.ok() ? std::optional(std::move(*unpacked)) : std::nullopt;
}

Target readTarget(const Object &opts)
{
    return {opts.texts("rooms"), opts.texts("except")};
}

std::optional<Emit> readEmit(
    const Object &packet, const Object &opts, const QList<QByteArray> &attachments)
{
    const auto type = packet.number("type");
    const auto data = packet.member("data").value_or(QByteArrayView());
    // Events, plain or binary; nothing else is broadcast.
    if ((type != 2 && type != 5) || !data.startsWith('[')) {
        return {};
    }
    const auto items = Json::splitArray(data, limits);
    if (!items.ok() || items->isEmpty() || !items->front().startsWith('"')) {
        return {};
    }
    Emit emit;
    emit.nsp = packet.member("nsp") ? packet.text("nsp") : QByteArray("/");
    emit.event = Json::decodeString(items->front());
    for (const auto item : items->sliced(1)) {
        if (!emit.args.isEmpty()) {
            emit.args += ',';
        }
        emit.args += item;
    }
    emit.attachments = attachments;
    emit.target = readTarget(opts);
    const Object flags(opts.member("flags").value_or(QByteArrayView()));
    emit.flags.isVolatile = flags.isTrue("volatile");
    emit.flags.compress = flags.member("compress") != QByteArrayView("false");
    emit.timeout = std::chrono::milliseconds(std::max(0, flags.number("timeout").value_or(0)));
    return emit;
}

QByteArray textList(const QByteArrayList &names)
{
    QByteArray list = "[";
    for (const QByteArray &name : names) {
        list += (list.size() > 1 ? "," : "") + jsonText(name);
    }
    return list + ']';
}

/** Without the closing brace. */
QByteArray openTarget(const Target &target)
{
    return "{\"rooms\":" + textList(target.rooms) + ",\"except\":" + textList(target.except);
}

QByteArray packetText(QByteArrayView nsp, QByteArrayView event, const ArgsView &args)
{
    return "{\"type\":2,\"data\":[" + jsonText(event) + (args.json.isEmpty() ? "" : ",")
        + args.json.toByteArray() + "],\"nsp\":" + jsonText(nsp) + '}';
}

QByteArray optionsText(const Target &target, EmitFlags flags, std::chrono::milliseconds timeout)
{
    QByteArrayList set;
    if (flags.isVolatile) {
        set.append("\"volatile\":true");
    }
    if (!flags.compress) {
        set.append("\"compress\":false");
    }
    if (timeout.count() > 0) {
        set.append("\"timeout\":" + QByteArray::number(timeout.count()));
    }
    return openTarget(target) + ",\"flags\":{" + set.join(',') + "}}";
}

QByteArray packed(const QByteArray &json, std::span<const QByteArray> attachments)
{
    QByteArray bytes;
    bytes.reserve(json.size() + 16);
    packJson(bytes, json, attachments);
    return bytes;
}

/** The beginning of a request: {"uid":..,"type":..  */
QByteArray openRequest(QByteArrayView uid, RequestType type)
{
    return "{\"uid\":" + jsonText(uid) + ",\"type\":" + QByteArray::number(static_cast<int>(type));
}

QByteArray openResponse(QByteArrayView requestId)
{
    return "{\"requestId\":" + jsonText(requestId);
}

std::optional<SocketInfo> readSocket(QByteArrayView json)
{
    const Object object(json);
    SocketInfo info;
    const auto id = object.text("id");
    info.id = Sid::fromText(id);
    if (info.id.isNull()) {
        return {};
    }
    info.rooms = object.texts("rooms");
    info.rooms.removeAll(id);
    info.data = object.member("data").value_or(QByteArrayView()).toByteArray();
    return info;
}

} // namespace

QByteArray jsonText(QByteArrayView text)
{
    return Json::encodeString(
        isValidUtf8(text) ? text.toByteArray() : QString::fromUtf8(text).toUtf8());
}

bool isFrom(QByteArrayView uid, QByteArrayView message)
{
    // An array of three whose first is a text of less than 32 bytes.
    return uid.size() < 32 && message.size() > uid.size() + 2 && message[0] == '\x93'
        && message[1] == static_cast<char>(0xA0 | uid.size())
        && message.sliced(2, uid.size()) == uid;
}

std::optional<Broadcast> decodeBroadcast(QByteArrayView message)
{
    const auto unpacked = read(message);
    if (!unpacked || !unpacked->json.startsWith('[')) {
        return {};
    }
    const auto parts = Json::splitArray(unpacked->json, limits);
    if (!parts.ok() || parts->size() < 3 || !(*parts)[0].startsWith('"')) {
        return {};
    }
    auto emit = readEmit(Object((*parts)[1]), Object((*parts)[2]), unpacked->attachments);
    if (!emit) {
        return {};
    }
    return Broadcast{Json::decodeString((*parts)[0]), std::move(*emit)};
}

std::optional<Request> decodeRequest(QByteArrayView message)
{
    const auto unpacked = read(message);
    const Object object(unpacked ? QByteArrayView(unpacked->json) : QByteArrayView());
    const auto type = object.number("type");
    if (!type || *type < 0 || *type > static_cast<int>(RequestType::Broadcast)) {
        return {};
    }
    Request request;
    request.type = static_cast<RequestType>(*type);
    request.uid = object.text("uid");
    request.requestId = object.text("requestId");
    const Object opts(object.member("opts").value_or(QByteArrayView()));
    if (opts.isObject()) {
        request.target = readTarget(opts);
    }
    request.rooms = object.texts("rooms");
    request.sid = object.text("sid");
    if (object.member("room")) {
        request.rooms.append(object.text("room"));
    }
    request.close = object.isTrue("close");
    request.data = object.member("data").value_or(QByteArrayView()).toByteArray();
    if (request.type == RequestType::Broadcast) {
        request.emit = readEmit(Object(object.member("packet").value_or(QByteArrayView())), opts,
            unpacked->attachments);
        if (!request.emit) {
            return {};
        }
    }
    return request;
}

std::optional<Response> decodeResponse(QByteArrayView message)
{
    const auto unpacked = read(message);
    const Object object(unpacked ? QByteArrayView(unpacked->json) : QByteArrayView());
    Response response;
    response.requestId = object.text("requestId");
    if (response.requestId.isEmpty()) {
        return {};
    }
    response.type = object.number("type");
    const auto list = object.member("sockets").value_or(QByteArrayView());
    if (list.startsWith('[')) {
        const auto items = Json::splitArray(list, limits);
        response.sockets.emplace();
        for (qsizetype i = 0; items.ok() && i < items->size(); ++i) {
            if (auto info = readSocket((*items)[i])) {
                response.sockets->append(std::move(*info));
            }
        }
    }
    response.clientCount = std::clamp(object.number("clientCount").value_or(0), 0, 100'000);
    response.packet = object.member("packet").value_or(QByteArrayView()).toByteArray();
    response.attachments = unpacked->attachments;
    return response;
}

QByteArray encodeBroadcast(QByteArrayView uid, QByteArrayView nsp, const Target &target,
    QByteArrayView event, const ArgsView &args, EmitFlags flags)
{
    return packed('[' + jsonText(uid) + ',' + packetText(nsp, event, args) + ','
            + optionsText(target, flags, {}) + ']',
        args.attachments);
}

QByteArray encodeBroadcastRequest(QByteArrayView uid, QByteArrayView requestId, QByteArrayView nsp,
    const Target &target, QByteArrayView event, const ArgsView &args, EmitFlags flags,
    std::chrono::milliseconds timeout)
{
    return packed("{\"uid\":" + jsonText(uid) + ",\"requestId\":" + jsonText(requestId)
            + ",\"type\":7,\"packet\":" + packetText(nsp, event, args)
            + ",\"opts\":" + optionsText(target, flags, timeout) + '}',
        args.attachments);
}

QByteArray encodeFetch(QByteArrayView uid, QByteArrayView requestId, const Target &target)
{
    return openRequest(uid, RequestType::Fetch) + ",\"requestId\":" + jsonText(requestId)
        + ",\"opts\":" + openTarget(target) + "}}";
}

QByteArray encodeMove(
    QByteArrayView uid, RequestType type, const Target &target, const QByteArrayList &rooms)
{
    return openRequest(uid, type) + ",\"opts\":" + openTarget(target)
        + "},\"rooms\":" + textList(rooms) + '}';
}

QByteArray encodeDisconnect(QByteArrayView uid, const Target &target, bool close)
{
    return openRequest(uid, RequestType::Disconnect) + ",\"opts\":" + openTarget(target)
        + "},\"close\":" + (close ? "true" : "false") + '}';
}

QByteArray encodeServerSideEmit(QByteArrayView uid, QByteArrayView event, const ArgsView &args)
{
    QByteArray data = args.json.toByteArray();
    for (std::size_t i = 0; i < args.attachments.size(); ++i) {
        // Text only: bytes travel as JSON.stringify() writes a Buffer.
        QByteArray placeholder;
        appendPlaceholder(placeholder, static_cast<qsizetype>(i));
        QByteArrayList numbers;
        for (const char byte : args.attachments[i]) {
            numbers.append(QByteArray::number(static_cast<quint8>(byte)));
        }
        const QByteArray buffer = "{\"type\":\"Buffer\",\"data\":[" + numbers.join(',') + "]}";
        data.replace(placeholder, buffer);
    }
    return openRequest(uid, RequestType::ServerSideEmit) + ",\"data\":[" + jsonText(event)
        + (data.isEmpty() ? "" : ",") + data + "]}";
}

QByteArray encodeDone(QByteArrayView requestId)
{
    return openResponse(requestId) + '}';
}

QByteArray encodeNames(QByteArrayView requestId, QByteArrayView member, const QByteArrayList &names)
{
    return openResponse(requestId) + ',' + jsonText(member) + ':' + textList(names) + '}';
}

QByteArray encodeSockets(QByteArrayView requestId, const QByteArrayList &sockets)
{
    return openResponse(requestId) + ",\"sockets\":[" + sockets.join(',') + "]}";
}

QByteArray encodeClientCount(QByteArrayView requestId, int count)
{
    return openResponse(requestId) + ",\"type\":8,\"clientCount\":" + QByteArray::number(count)
        + '}';
}

QByteArray encodeBroadcastAck(
    QByteArrayView requestId, QByteArrayView argument, std::span<const QByteArray> attachments)
{
    return packed(openResponse(requestId) + ",\"type\":9"
            + (argument.isEmpty() ? QByteArray() : ",\"packet\":" + argument.toByteArray()) + '}',
        attachments);
}

QByteArray encodeServerSideAck(QByteArrayView requestId, QByteArrayView argument)
{
    return openResponse(requestId) + ",\"type\":6,\"data\":" + argument.toByteArray() + '}';
}

} // namespace Switchboard::SocketIo::Cluster
