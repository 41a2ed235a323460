// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "adapters/clustermessage.h"
#include "adapters/inmemoryadapter.h"
#include "core/timerwheel.h"
#include "redis/client.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <unordered_map>

namespace Switchboard::SocketIo {

class RedisCluster;

/**
 * Rooms and broadcasts of one namespace over all servers of a cluster.
 *
 * The local half is the in-memory adapter's; whatever is done to clients here is also told to the
 * other servers, and what they tell is done here. Without a connection to Redis, or in a cluster
 * that was not joined, the local half works on its own. What other servers say is content, not
 * truth: what cannot be read is counted and ignored, answers count only for questions of ours.
 *
 * Thread: engine thread. Owned by its Namespace; the cluster outlives it.
 * Protocol: @socket.io/redis-adapter 8 (classic), @socket.io/redis-emitter 5.
 */
class RedisAdapter final : public InMemoryAdapter, private Redis::Subscriber
{
public:
    RedisAdapter(Namespace &nsp, RedisCluster &cluster);
    ~RedisAdapter() override;

    /** For the cluster: takes part from now on, or no longer. */
    void join();
    void leave();

    int broadcast(const BroadcastTarget &target, const Outgoing &outgoing) override;
    int broadcastWithAck(const BroadcastTarget &target, const Outgoing &outgoing,
        std::chrono::milliseconds timeout, const BroadcastAcks::Ptr &acks) override;
    /** Servers that do not answer in time are left out. */
    void fetchSockets(const BroadcastTarget &target,
        std::function<void(const QList<SocketInfo> &)> done) override;
    void addSockets(const BroadcastTarget &target, const QByteArrayList &rooms) override;
    void delSockets(const BroadcastTarget &target, const QByteArrayList &rooms) override;
    void disconnectSockets(const BroadcastTarget &target, bool close) override;
    bool serverSideEmit(QByteArrayView event, const ArgsView &args) override;

private:
    /** A question to the other servers that is not answered by all of them yet (L48). */
    struct Pending
    {
        WheelTimer deadline;
        /** Servers to hear from; unknown at first. */
        std::optional<int> servers;
        int heard = 0;
        // fetchSockets
        QList<SocketInfo> sockets;
        std::function<void(const QList<SocketInfo> &)> done;
        // broadcastWithAck
        BroadcastAcks::Ptr acks;
        int clients = 0; // whose answers are still to come
    };

    void message(const Redis::Message &message) override;

    bool isShown() const override { return false; }

    void broadcastReceived(const Redis::Message &message);
    void requestReceived(const Cluster::Request &request);
    void broadcastRequested(const Cluster::Request &request);
    void singleSocketRequested(const Cluster::Request &request);
    void serverSideEmitReceived(const Cluster::Request &request);
    void responseReceived(const Cluster::Response &response);
    void respond(const Cluster::Request &request, const QByteArray &response);
    QByteArray describe(const SocketInfo &info) const;

    /** Null when too many are open. */
    Pending *open(const QByteArray &requestId, std::chrono::milliseconds timeout);
    void countServers(const QByteArray &requestId, std::function<void()> then);
    void finishIfComplete(const QByteArray &requestId);
    void finish(const QByteArray &requestId);

    RedisCluster &m_cluster;
    const QByteArray m_channel;
    const QByteArray m_requestChannel;
    const QByteArray m_responseChannel;
    std::unordered_map<QByteArray, std::unique_ptr<Pending>> m_pending;
    QObject m_lifetime; // answers of Redis may come after us
};

} // namespace Switchboard::SocketIo
