// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "adapters/rediscluster.h"

#include "adapters/redisadapter.h"
#include "core/logging.h"

#include <QRandomGenerator>

namespace Switchboard::SocketIo {

QByteArray randomClusterId()
{
    static constexpr QByteArrayView letters
        = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QByteArray id;
    for (int i = 0; i < 6; ++i) {
        id += letters[QRandomGenerator::system()->bounded(static_cast<int>(letters.size()))];
    }
    return id;
}

RedisCluster::RedisCluster(Redis::Client &client, const Clock &clock, RedisClusterOptions options)
    : m_client(client)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_uid(randomClusterId())
{ }

RedisCluster::~RedisCluster()
{
    Q_ASSERT(m_adapters.empty());
}

AdapterFactory RedisCluster::factory()
{
    return [this](Namespace &nsp) { return std::make_unique<RedisAdapter>(nsp, *this); };
}

void RedisCluster::setRole(Role role)
{
    if (role == m_role) {
        return;
    }
    const bool wasMember = m_role == Role::Member;
    m_role = role;
    for (RedisAdapter *adapter : m_adapters) {
        if (role == Role::Member) {
            adapter->join();
        } else if (wasMember) {
            adapter->leave();
        }
    }
}

void RedisCluster::publish(const QByteArray &channel, const QByteArray &message)
{
    if (m_role != Role::Alone) {
        m_client.publish(channel, message, {}, false);
    }
}

void RedisCluster::noteIgnored(QByteArrayView what)
{
    ++m_ignored;
    const auto now = m_clock.now();
    if (now - m_lastLog >= std::chrono::seconds(1)) {
        m_lastLog = now;
        qCWarning(lcAdapter) << "ignored from the cluster:" << what << "(so far" << m_ignored
                             << ')';
    }
}

} // namespace Switchboard::SocketIo
