// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "adapters/redisadapter.h"

#include "adapters/rediscluster.h"
#include "core/jsonscanner.h"
#include "redis/glob.h"
#include "socketio/records.h"
#include "socketio/server.h"
#include "socketio/socket.h"

#include <QUrlQuery>

namespace Switchboard::SocketIo {

using Cluster::RequestType;

namespace {

constexpr std::size_t mostPending = 1'000; // L48
/** Of a broadcast with acks by a server that does not say how long it waits. */
constexpr std::chrono::seconds longestAckWait{600};

/** Names only: the one who emits is left out by its id. */
Cluster::Target named(const BroadcastTarget &target)
{
    Cluster::Target names{target.rooms, target.except};
    if (target.self != nullptr) {
        names.except.append(target.self->id().toByteArray());
    }
    return names;
}

BroadcastTarget local(const Cluster::Target &target)
{
    return {target.rooms, target.except, nullptr};
}

/** {"name":"value",...} of what @p add is called with. */
class JsonObject
{
public:
    void add(QByteArrayView name, const QByteArray &json)
    {
        m_text += (m_text.isEmpty() ? "{" : ",") + Cluster::jsonText(name) + ':' + json;
    }

    QByteArray text() const { return m_text.isEmpty() ? QByteArray("{}") : m_text + '}'; }

private:
    QByteArray m_text;
};

QByteArray orElse(const QByteArray &json, const char *otherwise)
{
    return json.isEmpty() ? QByteArray(otherwise) : json;
}

/** As the Node server's socket.handshake. */
QByteArray describe(const Handshake &handshake, const QByteArray &auth)
{
    JsonObject headers;
    for (const auto &[name, value] : handshake.headers.fields()) {
        headers.add(name.toLower(), Cluster::jsonText(value));
    }
    JsonObject query;
    const auto mark = handshake.url.indexOf('?');
    if (mark >= 0) {
        const QUrlQuery fields(QString::fromUtf8(handshake.url.sliced(mark + 1)));
        for (const auto &[name, value] : fields.queryItems(QUrl::FullyDecoded)) {
            query.add(name.toUtf8(), Cluster::jsonText(value.toUtf8()));
        }
    }
    JsonObject text;
    text.add("headers", headers.text());
    text.add("time", Cluster::jsonText(handshake.time()));
    text.add("address", Cluster::jsonText(handshake.address));
    text.add("xdomain", handshake.crossOrigin ? "true" : "false");
    text.add("secure", handshake.secure ? "true" : "false");
    text.add("issued", QByteArray::number(handshake.issued.count() / 1000));
    text.add("url", Cluster::jsonText(handshake.url));
    text.add("query", query.text());
    text.add("auth", orElse(auth, "{}"));
    return text.text();
}

/** The first of several raw arguments. */
QByteArray firstArgument(const QByteArray &args)
{
    const QByteArray array = '[' + args + ']';
    const auto items = Json::splitArray(array);
    return items.ok() && !items->isEmpty() ? items->front().toByteArray() : QByteArray();
}

} // namespace

RedisAdapter::RedisAdapter(Namespace &itsNsp, RedisCluster &cluster)
    : InMemoryAdapter(itsNsp)
    , m_cluster(cluster)
    , m_channel(cluster.m_options.prefix + '#' + itsNsp.name() + '#')
    , m_requestChannel(cluster.m_options.prefix + "-request#" + itsNsp.name() + '#')
    , m_responseChannel(cluster.m_options.prefix + "-response#" + itsNsp.name() + '#')
{
    m_cluster.m_adapters.push_back(this);
    if (m_cluster.role() == RedisCluster::Role::Member) {
        join();
    }
}

RedisAdapter::~RedisAdapter()
{
    std::erase(m_cluster.m_adapters, this);
    leave();
}

void RedisAdapter::join()
{
    auto &client = m_cluster.m_client;
    // Requests last: from then on we are counted, and waited for.
    client.subscribe({Redis::escapePattern(m_channel) + '*', true}, *this);
    client.subscribe({m_responseChannel, false}, *this);
    client.subscribe({m_responseChannel + m_cluster.uid() + '#', false}, *this);
    client.subscribe({m_requestChannel, false}, *this);
}

void RedisAdapter::leave()
{
    auto &client = m_cluster.m_client;
    client.unsubscribe({m_requestChannel, false}, *this);
    client.unsubscribe({m_responseChannel + m_cluster.uid() + '#', false}, *this);
    client.unsubscribe({m_responseChannel, false}, *this);
    client.unsubscribe({Redis::escapePattern(m_channel) + '*', true}, *this);
    while (!m_pending.empty()) {
        finish(m_pending.begin()->first);
    }
}

int RedisAdapter::broadcast(const BroadcastTarget &target, const Outgoing &outgoing)
{
    if (!outgoing.flags().local && m_cluster.role() != RedisCluster::Role::Alone) {
        const auto names = named(target);
        m_cluster.publish(
            names.rooms.size() == 1 ? m_channel + names.rooms.front() + '#' : m_channel,
            Cluster::encodeBroadcast(m_cluster.uid(), nsp().name(), names, outgoing.event(),
                outgoing.args(), outgoing.flags()));
    }
    return InMemoryAdapter::broadcast(target, outgoing);
}

int RedisAdapter::broadcastWithAck(const BroadcastTarget &target, const Outgoing &outgoing,
    std::chrono::milliseconds timeout, const BroadcastAcks::Ptr &acks)
{
    const auto requestId = randomClusterId();
    Pending *pending = nullptr;
    if (!outgoing.flags().local && m_cluster.role() == RedisCluster::Role::Member) {
        pending = open(requestId, timeout);
    }
    if (pending != nullptr) {
        pending->acks = acks;
        acks->expect(1); // keeps it open until all servers have said how many will answer
        m_cluster.publish(m_requestChannel,
            Cluster::encodeBroadcastRequest(m_cluster.uid(), requestId, nsp().name(), named(target),
                outgoing.event(), outgoing.args(), outgoing.flags(), timeout));
    }
    const int clients = InMemoryAdapter::broadcastWithAck(target, outgoing, timeout, acks);
    if (pending != nullptr) {
        countServers(requestId, {}); // may be the end of it, when Redis is away
    }
    return clients;
}

void RedisAdapter::fetchSockets(
    const BroadcastTarget &target, std::function<void(const QList<SocketInfo> &)> done)
{
    const auto requestId = randomClusterId();
    Pending *pending = m_cluster.role() == RedisCluster::Role::Member
        ? open(requestId, m_cluster.m_options.requestTimeout)
        : nullptr;
    if (pending == nullptr) {
        InMemoryAdapter::fetchSockets(target, std::move(done));
        return;
    }
    InMemoryAdapter::fetchSockets(
        target, [pending](const QList<SocketInfo> &sockets) { pending->sockets = sockets; });
    pending->done = std::move(done);
    countServers(requestId, [this, requestId, names = named(target)] {
        m_cluster.publish(
            m_requestChannel, Cluster::encodeFetch(m_cluster.uid(), requestId, names));
    });
}

void RedisAdapter::addSockets(const BroadcastTarget &target, const QByteArrayList &rooms)
{
    m_cluster.publish(m_requestChannel,
        Cluster::encodeMove(m_cluster.uid(), RequestType::Join, named(target), rooms));
    InMemoryAdapter::addSockets(target, rooms);
}

void RedisAdapter::delSockets(const BroadcastTarget &target, const QByteArrayList &rooms)
{
    m_cluster.publish(m_requestChannel,
        Cluster::encodeMove(m_cluster.uid(), RequestType::Leave, named(target), rooms));
    InMemoryAdapter::delSockets(target, rooms);
}

void RedisAdapter::disconnectSockets(const BroadcastTarget &target, bool close)
{
    m_cluster.publish(
        m_requestChannel, Cluster::encodeDisconnect(m_cluster.uid(), named(target), close));
    InMemoryAdapter::disconnectSockets(target, close);
}

bool RedisAdapter::serverSideEmit(QByteArrayView event, const ArgsView &args)
{
    if (m_cluster.role() == RedisCluster::Role::Alone) {
        return InMemoryAdapter::serverSideEmit(event, args);
    }
    m_cluster.publish(
        m_requestChannel, Cluster::encodeServerSideEmit(m_cluster.uid(), event, args));
    return true;
}

void RedisAdapter::message(const Redis::Message &message)
{
    if (!message.pattern.isEmpty()) {
        broadcastReceived(message);
    } else if (message.channel == m_requestChannel) {
        const auto request = Cluster::decodeRequest(message.body);
        if (!request) {
            m_cluster.noteIgnored("a request that cannot be read");
        } else if (request->uid != m_cluster.uid()) {
            requestReceived(*request);
        }
    } else if (const auto response = Cluster::decodeResponse(message.body)) {
        responseReceived(*response);
    } else {
        m_cluster.noteIgnored("a response that cannot be read");
    }
}

void RedisAdapter::broadcastReceived(const Redis::Message &message)
{
    const auto suffix = QByteArrayView(message.channel).sliced(m_channel.size());
    if (Cluster::isFrom(m_cluster.uid(), message.body)
        || (!suffix.isEmpty() && !hasRoom(suffix.chopped(1)))) {
        return;
    }
    const auto broadcast = Cluster::decodeBroadcast(message.body);
    if (!broadcast) {
        m_cluster.noteIgnored("a broadcast that cannot be read");
        return;
    }
    const Cluster::Emit &emit = broadcast->emit;
    if (emit.nsp != nsp().name()) {
        return;
    }
    if (!mayEmit(nsp().server().config(), emit.event, emit.view())) {
        m_cluster.noteIgnored("an event that no server may emit");
        return;
    }
    const auto target = local(emit.target);
    const Outgoing outgoing(nsp(), emit.event, emit.view(), emit.flags);
    const int receivers = InMemoryAdapter::broadcast(target, outgoing);
    if (receivers > 0) {
        recordEmit(nsp(), target, outgoing, receivers);
    }
}

void RedisAdapter::requestReceived(const Cluster::Request &request)
{
    const bool concernsOne = !request.target && !request.sid.isEmpty();
    const auto target = local(request.target.value_or(Cluster::Target()));
    switch (request.type) {
    case RequestType::Sockets: {
        QByteArrayList ids;
        for (const Sid &id : sockets({request.rooms, {}, nullptr})) {
            ids.append(id.toByteArray());
        }
        respond(request, Cluster::encodeNames(request.requestId, "sockets", ids));
        break;
    }
    case RequestType::AllRooms: {
        QByteArrayList names;
        for (const auto &[name, count] : rooms()) {
            names.append(name);
        }
        for (const Socket *socket : nsp().sockets()) {
            names.append(socket->id().toByteArray());
        }
        respond(request, Cluster::encodeNames(request.requestId, "rooms", names));
        break;
    }
    case RequestType::Fetch:
        InMemoryAdapter::fetchSockets(target, [&](const QList<SocketInfo> &sockets) {
            QByteArrayList texts;
            for (const SocketInfo &info : sockets) {
                texts.append(describe(info));
            }
            respond(request, Cluster::encodeSockets(request.requestId, texts));
        });
        break;
    case RequestType::ServerSideEmit:
        serverSideEmitReceived(request);
        break;
    case RequestType::Broadcast:
        broadcastRequested(request);
        break;
    case RequestType::Join:
    case RequestType::Leave:
    case RequestType::Disconnect:
        if (request.type != RequestType::Join && !m_cluster.m_options.obeyRemote) {
            m_cluster.noteIgnored("a request to move or disconnect clients");
        } else if (concernsOne) {
            singleSocketRequested(request);
        } else if (!request.target) {
            m_cluster.noteIgnored("a request that concerns nobody");
        } else if (request.type == RequestType::Join) {
            InMemoryAdapter::addSockets(target, request.rooms);
        } else if (request.type == RequestType::Leave) {
            InMemoryAdapter::delSockets(target, request.rooms);
        } else {
            InMemoryAdapter::disconnectSockets(target, request.close);
        }
        break;
    case RequestType::ClientCount:
    case RequestType::BroadcastAck:
        break; // decodeRequest() lets neither pass
    }
}

/** The older form, which names one socket and wants to know when it is done. */
void RedisAdapter::singleSocketRequested(const Cluster::Request &request)
{
    Socket *socket = nsp().socket(Sid::fromText(request.sid));
    if (socket == nullptr) {
        return; // somebody else's
    }
    if (request.type == RequestType::Join) {
        socket->join(request.rooms);
    } else if (request.type == RequestType::Leave) {
        for (const QByteArray &room : request.rooms) {
            socket->leave(room);
        }
    } else {
        socket->disconnect(request.close);
    }
    respond(request, Cluster::encodeDone(request.requestId));
}

void RedisAdapter::broadcastRequested(const Cluster::Request &request)
{
    const Cluster::Emit &emit = *request.emit;
    if (emit.nsp != nsp().name()) {
        return;
    }
    if (!mayEmit(nsp().server().config(), emit.event, emit.view())) {
        m_cluster.noteIgnored("an event that no server may emit");
        return;
    }
    const auto answered
        = [this, request, alive = QPointer(&m_lifetime)](const BroadcastReply &reply) {
              if (alive && reply.answered()) {
                  respond(request,
                      Cluster::encodeBroadcastAck(request.requestId, firstArgument(reply.json),
                          {reply.attachments.constData(),
                              static_cast<std::size_t>(reply.attachments.size())}));
              }
          };
    const auto acks = std::make_shared<BroadcastAcks>(BroadcastAcks::Done(), answered);
    Outgoing outgoing(nsp(), emit.event, emit.view(), emit.flags);
    outgoing.setAckId(nsp().nextAckId());
    const auto target = local(emit.target);
    const auto timeout = emit.timeout.count() > 0
        ? std::min<std::chrono::milliseconds>(emit.timeout, longestAckWait)
        : std::chrono::milliseconds(longestAckWait);
    const int clients = InMemoryAdapter::broadcastWithAck(target, outgoing, timeout, acks);
    respond(request, Cluster::encodeClientCount(request.requestId, clients));
    acks->seal();
    if (clients > 0) {
        recordEmit(nsp(), target, outgoing, clients);
    }
}

void RedisAdapter::serverSideEmitReceived(const Cluster::Request &request)
{
    const auto items = request.data.startsWith('[')
        ? Json::splitArray(request.data)
        : Result<QList<QByteArrayView>, JsonError>(QList<QByteArrayView>());
    if (!items.ok() || items->isEmpty() || !items->front().startsWith('"')) {
        m_cluster.noteIgnored("a server-side event that cannot be read");
        return;
    }
    if (!m_cluster.m_serverSide) {
        return;
    }
    std::function<void(QByteArray)> answer;
    if (!request.requestId.isEmpty()) {
        answer = [this, requestId = request.requestId, alive = QPointer(&m_lifetime)](
                     const QByteArray &json) mutable {
            if (alive && !requestId.isEmpty()) {
                // These answers never go to one alone.
                m_cluster.publish(m_responseChannel, Cluster::encodeServerSideAck(requestId, json));
                requestId.clear();
            }
        };
    }
    QByteArray args;
    for (const auto item : items->sliced(1)) {
        args += (args.isEmpty() ? "" : ",") + item.toByteArray();
    }
    m_cluster.m_serverSide(nsp(), Json::decodeString(items->front()), args, answer);
}

void RedisAdapter::respond(const Cluster::Request &request, const QByteArray &response)
{
    if (request.requestId.isEmpty()) {
        return; // nobody could tell what it answers
    }
    m_cluster.publish(m_cluster.m_options.respondPrivately ? m_responseChannel + request.uid + '#'
                                                           : m_responseChannel,
        response);
}

QByteArray RedisAdapter::describe(const SocketInfo &info) const
{
    const Socket *socket = nsp().socket(info.id);
    QByteArray rooms = '[' + Cluster::jsonText(info.id.view());
    for (const QByteArray &room : info.rooms) {
        rooms += ',' + Cluster::jsonText(room);
    }
    JsonObject text;
    text.add("id", Cluster::jsonText(info.id.view()));
    text.add("handshake",
        socket != nullptr ? SocketIo::describe(socket->handshake(), socket->auth())
                          : QByteArray("{}"));
    text.add("rooms", rooms + ']');
    text.add("data", orElse(info.data, "{}"));
    return text.text();
}

RedisAdapter::Pending *RedisAdapter::open(
    const QByteArray &requestId, std::chrono::milliseconds timeout)
{
    if (m_pending.size() >= mostPending) {
        m_cluster.noteIgnored("a question of our own: too many are unanswered");
        return nullptr;
    }
    auto &pending = m_pending[requestId];
    pending = std::make_unique<Pending>();
    pending->deadline.setCallback([this, requestId] { finish(requestId); });
    pending->deadline.start(nsp().server().reactor().timers(), timeout);
    return pending.get();
}

/** Asks Redis how many members there are; @p then if there are others. */
void RedisAdapter::countServers(const QByteArray &requestId, std::function<void()> then)
{
    m_cluster.m_client.command({"PUBSUB", "NUMSUB", m_requestChannel},
        [this, requestId, then = std::move(then), alive = QPointer(&m_lifetime)](
            const Result<Redis::Reply, Redis::CommandError> &result) {
            const auto found = alive ? m_pending.find(requestId) : m_pending.end();
            if (!alive || found == m_pending.end()) {
                return;
            }
            const bool isKnown = result.ok() && result->items.size() == 2;
            const auto members = isKnown ? result->items[1].integer : 1;
            constexpr qint64 mostServers = 10'000;
            found->second->servers
                = static_cast<int>(std::clamp<qint64>(members - 1, 0, mostServers));
            if (found->second->servers > 0 && then) {
                then();
            }
            finishIfComplete(requestId);
        });
}

void RedisAdapter::responseReceived(const Cluster::Response &response)
{
    const auto found = m_pending.find(response.requestId);
    if (found == m_pending.end()) {
        return; // somebody else's question, or an answer that comes too late
    }
    Pending &pending = *found->second;
    const bool allHeard = pending.servers && pending.heard >= *pending.servers;
    if (pending.acks && response.type == static_cast<int>(RequestType::ClientCount)) {
        if (allHeard) {
            return; // more than there are
        }
        ++pending.heard;
        pending.clients += response.clientCount;
        pending.acks->expect(response.clientCount);
    } else if (pending.acks && response.type == static_cast<int>(RequestType::BroadcastAck)) {
        if (pending.clients > 0) {
            --pending.clients;
            // Its receiver may end anything, this question included.
            const auto acks = pending.acks;
            acks->take({.json = response.packet, .attachments = response.attachments});
        }
    } else if (pending.done && response.sockets && !allHeard) {
        ++pending.heard;
        pending.sockets.append(*response.sockets);
    }
    finishIfComplete(response.requestId);
}

void RedisAdapter::finishIfComplete(const QByteArray &requestId)
{
    const auto found = m_pending.find(requestId);
    if (found != m_pending.end() && found->second->servers
        && found->second->heard >= *found->second->servers && found->second->clients == 0) {
        finish(requestId);
    }
}

/** All have answered, or time is up. */
void RedisAdapter::finish(const QByteArray &requestId)
{
    const auto node = m_pending.extract(m_pending.find(requestId));
    const Pending &pending = *node.mapped();
    if (pending.done) {
        pending.done(pending.sockets);
    }
    if (pending.acks) {
        for (int i = 0; i < pending.clients; ++i) {
            pending.acks->take({.outcome = AckReply::Outcome::TimedOut});
        }
        pending.acks->expect(-1);
        pending.acks->seal();
    }
}

} // namespace Switchboard::SocketIo
