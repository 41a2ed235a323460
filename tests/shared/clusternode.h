// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "adapters/rediscluster.h"
#include "engineio/server.h"
#include "net/httpserver.h"
#include "redis/client.h"
#include "socketio/server.h"

#include <memory>

namespace Switchboard::Test {

/** A whole server in a cluster, on a port of its own: what the composition root puts together. */
struct ClusterNode
{
    explicit ClusterNode(const Redis::Url &redisUrl, SocketIo::RedisClusterOptions options = {})
        : cluster(redis, reactor->clock(), std::move(options))
    {
        cluster.setRole(SocketIo::RedisCluster::Role::Member);
        redis.open(redisUrl);
        const auto listening = http.listen(QHostAddress(QHostAddress::LocalHost), 0);
        port = listening.ok() ? *listening : quint16(0);
    }

    ServerConfig config;
    std::unique_ptr<Net::Reactor> reactor = Net::Reactor::create();
    Traffic::Tap tap{reactor->clock()};
    Redis::Client redis{reactor->clock(), &tap};
    SocketIo::RedisCluster cluster;
    SocketIo::Server io{*reactor, config, tap, cluster.factory()};
    EngineIo::Server engine{*reactor, config, io, tap};
    Net::HttpServer http{*reactor, config, engine};
    quint16 port = 0;
};

} // namespace Switchboard::Test
