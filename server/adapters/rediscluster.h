// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "redis/client.h"
#include "socketio/adapter.h"

#include <QByteArray>

#include <functional>
#include <vector>

namespace Switchboard::SocketIo {

class RedisAdapter;

struct RedisClusterOptions
{
    /** As the other servers have it: "key" of their adapters. */
    QByteArray prefix = "socket.io";
    std::chrono::milliseconds requestTimeout{5'000};
    /** Answers go to the one who asked; only servers that listen for that understand it. */
    bool respondPrivately = false;
    /** Other servers may make our clients leave rooms and disconnect them. */
    bool obeyRemote = true;
};

/**
 * This server's place in a cluster of Socket.IO servers that share a Redis.
 *
 * Hands out the adapters and holds what they share. May be joined and left while clients are
 * connected; whoever is not a member does not count for the others, who wait for every member's
 * answer.
 *
 * Thread: engine thread. The client outlives it; it outlives the adapters, thus the Server.
 */
class RedisCluster
{
public:
    enum class Role : quint8 {
        Alone,
        Emitter, // tells the others, hears nothing
        Member,
    };

    /** @param answer null unless the other server wants one; takes one raw JSON value, once */
    using ServerSideHandler = std::function<void(Namespace &nsp, QByteArrayView event,
        QByteArrayView args, const std::function<void(QByteArray)> &answer)>;

    explicit RedisCluster(
        Redis::Client &client, const Clock &clock, RedisClusterOptions options = {});
    ~RedisCluster();
    Q_DISABLE_COPY_MOVE(RedisCluster)

    AdapterFactory factory();

    void setRole(Role role);

    Role role() const { return m_role; }

    /** What other servers emit to us, not to clients. */
    void onServerSideEvent(ServerSideHandler handler) { m_serverSide = std::move(handler); }

    /** By which the others know us. */
    const QByteArray &uid() const { return m_uid; }

    /** Messages that could not be read, and requests that were not obeyed. */
    quint64 ignored() const { return m_ignored; }

private:
    friend class RedisAdapter;

    void publish(const QByteArray &channel, const QByteArray &message);
    void noteIgnored(QByteArrayView what);

    Redis::Client &m_client;
    const Clock &m_clock;
    const RedisClusterOptions m_options;
    const QByteArray m_uid;
    Role m_role = Role::Alone;
    std::vector<RedisAdapter *> m_adapters; // they take themselves out
    ServerSideHandler m_serverSide;
    quint64 m_ignored = 0;
    MonotonicTime m_lastLog{};
};

/** Six random letters and digits, as the adapters of Node name servers and requests. */
QByteArray randomClusterId();

} // namespace Switchboard::SocketIo
