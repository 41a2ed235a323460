// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/timerwheel.h"
#include "redis/bridgerule.h"
#include "redis/client.h"
#include "redis/loopmemory.h"
#include "redis/rategate.h"

#include <QByteArrayList>
#include <QByteArrayView>
#include <QHash>
#include <QList>

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace Switchboard::Redis {

/** Where bridged messages go; one receiver for each side. */
class BridgeOutlet
{
public:
    virtual ~BridgeOutlet() = default;

    /** To the clients @p item names; its body is raw JSON arguments. False: nobody may get it. */
    virtual bool emitEvent(const Bridged &item) = 0;
    virtual void publishMessage(const QByteArray &channel, const QByteArray &body) = 0;
};

/** An event of a client, as bridges see it. A loan for the call. */
struct BridgeEvent
{
    QByteArrayView nsp;
    QByteArrayView event;
    /** Each raw JSON. */
    std::span<const QByteArrayView> args;
    bool hasAttachments = false;
    QByteArrayView socketId;
    /** Of the client. */
    const QByteArrayList &rooms;
};

/** How a bridge fares; all count up. */
struct BridgeCounters
{
    quint64 sent = 0;
    quint64 errors = 0; // no such path or namespace, binary arguments, bad JSON if that is one
    quint64 notJson = 0;
    quint64 loopsStopped = 0;
    quint64 dropped = 0; // by the rule's limit
};

/** Two rules of which the second sends to clients what the first has published. */
struct BridgeLoop
{
    int publishes = 0;
    int emits = 0;
};

/**
 * Passes messages of Redis channels on as events, and events as messages, by rules.
 *
 * Pure: messages and events come in by two calls, go out by a BridgeOutlet, and time is the timer
 * wheel's. What a bridge has published is not passed back to clients when Redis delivers it.
 *
 * Thread: engine thread. The outlet and the wheel outlive it; outlet calls must not change rules.
 */
class Bridges final : public Subscriber
{
public:
    static constexpr std::size_t mostRules = 200;

    /** @param wheel asked anew each time, since the reactor wants to know when a timer is set */
    Bridges(std::function<TimerWheel &()> wheel, BridgeOutlet &outlet);
    ~Bridges() override;
    Q_DISABLE_COPY_MOVE(Bridges)

    /** Replaces all rules; counters of rules with the same name go on. */
    void setRules(std::vector<BridgeRule> rules);

    const std::vector<BridgeRule> &rules() const { return m_rules; }

    /** In the order of the rules. */
    QList<BridgeCounters> counters() const;

    /** What to subscribe to for the present rules. */
    QList<Topic> topics() const { return m_byTopic.keys(); }

    /** Cheap: whether eventReceived() is worth being prepared. */
    bool mayCare(QByteArrayView event) const;
    void eventReceived(const BridgeEvent &event);

    void message(const Message &message) override;

private:
    struct Lane;

    void toClients(Lane &lane, const Message &message, const QByteArrayList &captures);
    void toRedis(Lane &lane, const BridgeEvent &event, const QByteArray &channel);
    void offer(Lane &lane, Bridged item);
    void send(Lane &lane, const Bridged &item);
    void release(Lane &lane);
    void expectBack(const Bridged &item);

    MonotonicTime now() const { return m_wheel().clock().now(); }

    std::function<TimerWheel &()> m_wheel;
    BridgeOutlet &m_outlet;
    std::vector<BridgeRule> m_rules;
    std::vector<std::unique_ptr<Lane>> m_lanes; // one per rule
    QHash<Topic, std::vector<int>> m_byTopic;
    QHash<QByteArray, std::vector<int>> m_byEvent;
    std::vector<int> m_byEventPattern;
    LoopMemory m_memory;
};

/** Which of @p rules would make a loop if nobody stopped it; those that are off do not count. */
std::vector<BridgeLoop> findLoops(const std::vector<BridgeRule> &rules);

} // namespace Switchboard::Redis
