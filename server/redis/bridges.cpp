// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/bridges.h"

#include "redis/bridgebody.h"
#include "redis/glob.h"

#include <algorithm>

namespace Switchboard::Redis {

/** A rule at work. */
struct Bridges::Lane
{
    Lane(const BridgeRule &itsRule, const BridgeCounters &soFar)
        : rule(itsRule)
        , gate(itsRule.limit, itsRule.excess)
        , counters(soFar)
    { }

    const BridgeRule &rule;
    RateGate gate;
    WheelTimer timer;
    BridgeCounters counters;
};

namespace {

/** The channels of a "both" rule, with each star replaced by its capture. */
QByteArray fillStars(const QByteArray &pattern, const QByteArrayList &captures)
{
    QByteArray channel;
    qsizetype star = 0;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        if (pattern[at] == '*') {
            channel += captures.value(star++);
        } else {
            at += pattern[at] == '\\' && at + 1 < pattern.size() ? 1 : 0;
            channel += pattern[at];
        }
    }
    return channel;
}

/** Adds what @p more knows to @p captures; false: they contradict each other. */
bool merge(QByteArrayList &captures, const std::optional<QByteArrayList> &more)
{
    if (!more) {
        return false;
    }
    captures.resize(std::max(captures.size(), more->size()));
    for (qsizetype i = 0; i < more->size(); ++i) {
        if (captures[i].isNull()) {
            captures[i] = (*more)[i];
        } else if (!(*more)[i].isNull() && captures[i] != (*more)[i]) {
            return false;
        }
    }
    return true;
}

/** Where the event of a "both" rule goes: the same pattern read backwards, once per place. */
QByteArrayList channelsOf(const BridgeRule &rule, const BridgeEvent &event)
{
    const QByteArrayList everywhere{QByteArray()};
    const QByteArrayList itself{event.socketId.toByteArray()};
    const auto &places = rule.to == BridgeRule::To::Room ? event.rooms
        : rule.to == BridgeRule::To::Client              ? itself
                                                         : everywhere;
    QByteArrayList channels;
    for (const QByteArray &place : places) {
        QByteArrayList captures;
        if (merge(captures, rule.eventTemplate.match(event.event))
            && (rule.to == BridgeRule::To::Everyone || merge(captures, rule.target.match(place)))) {
            const auto channel = fillStars(rule.channel, captures);
            if (!channels.contains(channel)) {
                channels.append(channel);
            }
        }
    }
    return channels;
}

Topic topicOf(const BridgeRule &rule)
{
    if (isPattern(rule.channel)) {
        return {rule.channel, true};
    }
    return {fillStars(rule.channel, {}), false}; // without escapes
}

QByteArray eventPattern(const BridgeRule &rule)
{
    return rule.direction == BridgeRule::Direction::ToRedis ? rule.event
                                                            : rule.eventTemplate.pattern();
}

} // namespace

Bridges::Bridges(std::function<TimerWheel &()> wheel, BridgeOutlet &outlet)
    : m_wheel(std::move(wheel))
    , m_outlet(outlet)
{ }

Bridges::~Bridges() = default;

void Bridges::setRules(std::vector<BridgeRule> rules)
{
    Q_ASSERT(rules.size() <= mostRules);
    QHash<QByteArray, BridgeCounters> before;
    for (const auto &lane : m_lanes) {
        before.insert(lane->rule.name, lane->counters);
    }
    m_lanes.clear();
    m_byTopic.clear();
    m_byEvent.clear();
    m_byEventPattern.clear();
    m_rules = std::move(rules);
    for (const BridgeRule &rule : m_rules) {
        const auto index = static_cast<int>(m_lanes.size());
        m_lanes.push_back(std::make_unique<Lane>(rule, before.value(rule.name)));
        Lane &lane = *m_lanes.back();
        lane.timer.setCallback([this, &lane] { release(lane); });
        if (!rule.isOn) {
            continue;
        }
        if (rule.toClients()) {
            m_byTopic[topicOf(rule)].push_back(index);
        }
        if (rule.toRedis()) {
            const auto pattern = eventPattern(rule);
            if (isPattern(pattern)) {
                m_byEventPattern.push_back(index);
            } else {
                m_byEvent[fillStars(pattern, {})].push_back(index);
            }
        }
    }
}

QList<BridgeCounters> Bridges::counters() const
{
    QList<BridgeCounters> counters;
    for (const auto &lane : m_lanes) {
        counters.append(lane->counters);
    }
    return counters;
}

void Bridges::message(const Message &message)
{
    const Topic topic
        = message.pattern.isEmpty() ? Topic{message.channel, false} : Topic{message.pattern, true};
    const auto found = m_byTopic.constFind(topic);
    if (found == m_byTopic.cend()) {
        return;
    }
    const auto captures
        = topic.isPattern ? matchPattern(topic.name, message.channel) : QByteArrayList();
    if (!captures) {
        return; // not what Redis delivers by this pattern
    }
    const bool isOurs = m_memory.recognise(topic, message.channel, message.body, now());
    for (const int index : *found) {
        Lane &lane = *m_lanes[static_cast<std::size_t>(index)];
        if (isOurs) {
            ++lane.counters.loopsStopped;
        } else {
            toClients(lane, message, *captures);
        }
    }
}

void Bridges::toClients(Lane &lane, const Message &message, const QByteArrayList &captures)
{
    const BridgeRule &rule = lane.rule;
    auto body = bodyForClients(rule, message.channel, message.body);
    lane.counters.notJson += body.notJson ? 1 : 0;
    lane.counters.errors += body.isError ? 1 : 0;
    if (!body.bytes) {
        return;
    }
    NameContext context{message.channel, {}, {}, {}, captures};
    Bridged item;
    item.event = rule.eventTemplate.fill(context);
    context.event = item.event;
    item.nsp
        = rule.direction == BridgeRule::Direction::Both ? rule.nsp : rule.nspTemplate.fill(context);
    context.nsp = item.nsp;
    item.to = rule.to;
    item.target = rule.target.fill(context);
    item.channel = message.channel;
    item.body = std::move(*body.bytes);
    offer(lane, std::move(item));
}

bool Bridges::mayCare(QByteArrayView event) const
{
    return !m_byEventPattern.empty()
        || (!m_byEvent.isEmpty()
            && m_byEvent.contains(QByteArray::fromRawData(event.data(), event.size())));
}

void Bridges::eventReceived(const BridgeEvent &event)
{
    const auto consider = [&](int index) {
        Lane &lane = *m_lanes[static_cast<std::size_t>(index)];
        const BridgeRule &rule = lane.rule;
        if (!matchPattern(rule.nsp, event.nsp)) {
            return;
        }
        if (rule.direction == BridgeRule::Direction::Both) {
            for (const QByteArray &channel : channelsOf(rule, event)) {
                toRedis(lane, event, channel);
            }
        } else if (const auto captures = matchPattern(rule.event, event.event)) {
            toRedis(lane, event,
                rule.channelTemplate.fill({{}, event.event, event.nsp, event.socketId, *captures}));
        }
    };
    const auto named
        = m_byEvent.constFind(QByteArray::fromRawData(event.event.data(), event.event.size()));
    if (named != m_byEvent.cend()) {
        std::ranges::for_each(*named, consider);
    }
    std::ranges::for_each(m_byEventPattern, consider);
}

void Bridges::toRedis(Lane &lane, const BridgeEvent &event, const QByteArray &channel)
{
    auto body = bodyForRedis(lane.rule, event.nsp, event.event, event.args);
    if (event.hasAttachments || body.isError || channel.isEmpty()) {
        ++lane.counters.errors;
        return;
    }
    Bridged item;
    item.toRedis = true;
    item.channel = channel;
    item.body = std::move(*body.bytes);
    offer(lane, std::move(item));
}

void Bridges::offer(Lane &lane, Bridged item)
{
    QByteArray key;
    if (lane.rule.limit > 0 && lane.rule.excess == BridgeRule::Excess::KeepLast) {
        key = lane.rule.key.find(item.body).value_or(QByteArrayView()).toByteArray();
    }
    release(lane);
    const auto verdict = lane.gate.offer(item, key, now());
    lane.counters.dropped += static_cast<quint64>(verdict.dropped);
    if (verdict.passes) {
        send(lane, item);
    } else {
        release(lane);
    }
}

/** Sends what may go by now, and comes back for the rest. */
void Bridges::release(Lane &lane)
{
    for (const Bridged &item : lane.gate.release(now())) {
        send(lane, item);
    }
    if (lane.gate.isHolding() && !lane.timer.isActive()) {
        lane.timer.start(m_wheel(),
            std::chrono::ceil<std::chrono::milliseconds>(lane.gate.nextWindow() - now()));
    }
}

void Bridges::send(Lane &lane, const Bridged &item)
{
    if (item.toRedis) {
        expectBack(item);
        m_outlet.publishMessage(item.channel, item.body);
    } else if (!m_outlet.emitEvent(item)) {
        ++lane.counters.errors;
        return;
    }
    ++lane.counters.sent;
}

void Bridges::expectBack(const Bridged &item)
{
    for (auto it = m_byTopic.cbegin(); it != m_byTopic.cend(); ++it) {
        const Topic &topic = it.key();
        if (topic.isPattern ? matchPattern(topic.name, item.channel).has_value()
                            : topic.name == item.channel) {
            m_memory.expect(topic, item.channel, item.body, now());
        }
    }
}

std::vector<BridgeLoop> findLoops(const std::vector<BridgeRule> &rules)
{
    std::vector<BridgeLoop> loops;
    const auto count = static_cast<int>(rules.size());
    for (int i = 0; i < count; ++i) {
        for (int j = 0; j < count; ++j) {
            const BridgeRule &publishes = rules[static_cast<std::size_t>(i)];
            const BridgeRule &emits = rules[static_cast<std::size_t>(j)];
            if (i == j || !publishes.isOn || !emits.isOn || !publishes.toRedis()
                || !emits.toClients()) {
                continue;
            }
            const auto &published = publishes.direction == BridgeRule::Direction::ToRedis
                ? publishes.channelTemplate.pattern()
                : publishes.channel;
            const auto &nsp = emits.direction == BridgeRule::Direction::Both
                ? emits.nsp
                : emits.nspTemplate.pattern();
            if (patternsMeet(published, emits.channel) && patternsMeet(publishes.nsp, nsp)
                && patternsMeet(eventPattern(publishes), emits.eventTemplate.pattern())) {
                loops.push_back({i, j});
            }
        }
    }
    return loops;
}

} // namespace Switchboard::Redis
