// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/client.h"

#include "core/logging.h"
#include "traffic/tap.h"

#include <algorithm>

namespace Switchboard::Redis {

Client::Client(const Clock &clock, Traffic::Tap *tap, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_tap(tap)
    , m_limits(limits)
    , m_commands(Connection::Role::Commands, clock, limits)
    , m_messages(Connection::Role::Subscriber, clock, limits)
    , m_queue(limits)
{
    m_messages.setMessageHandler([this](const Message &message) { dispatch(message); });
    connect(&m_messages, &Connection::ready, this, &Client::subscribeAgain);
    connect(&m_messages, &Connection::lost, this, [this] { m_lostAt = m_clock.now(); });
    connect(&m_commands, &Connection::ready, this, &Client::flush);
    for (const Connection *connection : {&m_commands, &m_messages}) {
        connect(connection, &Connection::statusChanged, this, &Client::report);
    }
}

Client::~Client()
{
    // Their last words would reach a client that is half gone.
    m_commands.disconnect(this);
    m_messages.disconnect(this);
}

void Client::open(const Url &url, const TlsOptions &tls)
{
    m_commands.open(url, tls);
    m_messages.open(url, tls);
}

void Client::close()
{
    m_commands.close();
    m_messages.close();
    for (const auto &publication : m_queue.takeAll()) {
        if (publication.answer) {
            publication.answer(CommandError{CommandError::Reason::NotConnected, {}});
        }
    }
}

void Client::retryNow()
{
    m_commands.retryNow();
    m_messages.retryNow();
}

const Status &Client::status() const
{
    const auto &messages = m_messages.status();
    const bool messagesAreWorse = messages.state == State::Stopped || m_commands.isReady();
    return messagesAreWorse && !m_messages.isReady() ? messages : m_commands.status();
}

void Client::report()
{
    const auto &now = status();
    const auto problem = now.problem();
    if (now.state != State::Connecting && problem.id != m_reported) {
        m_reported = problem.id;
        if (!problem.id.isEmpty()) {
            Q_EMIT this->problem(problem.id, problem.arguments);
        }
    }
    Q_EMIT statusChanged();
}

bool Client::subscribe(const Topic &topic, Subscriber &subscriber)
{
    if (topic.name.isEmpty() || topic.name.size() > m_limits.channelName) {
        return false;
    }
    auto entry = m_topics.find(topic);
    if (entry == m_topics.end()) {
        if (m_topics.size() >= m_limits.subscriptions) {
            return false;
        }
        entry = m_topics.insert(topic, {{&subscriber}, Standing::Asked, ++m_serial});
        ++m_asked;
        tell(topic, true);
    } else if (!entry->subscribers.contains(&subscriber)) {
        entry->subscribers.append(&subscriber);
        if (entry->standing == Standing::Confirmed) {
            subscriber.subscribed(topic);
        }
    }
    return true;
}

void Client::unsubscribe(const Topic &topic, Subscriber &subscriber)
{
    const auto entry = m_topics.find(topic);
    if (entry == m_topics.end() || !entry->subscribers.removeOne(&subscriber)) {
        return;
    }
    ++m_revision;
    if (!entry->subscribers.isEmpty()) {
        return;
    }
    m_asked -= entry->standing == Standing::Asked ? 1 : 0;
    m_topics.erase(entry);
    tell(topic, false);
    endOutage();
}

void Client::unsubscribeAll(Subscriber &subscriber)
{
    const auto topics = m_topics.keys();
    for (const Topic &topic : topics) {
        unsubscribe(topic, subscriber);
    }
}

void Client::tell(const Topic &topic, bool subscribe)
{
    if (!m_messages.isReady()) {
        return; // subscribeAgain() will
    }
    if (subscribe) {
        m_messages.send({topic.isPattern ? "PSUBSCRIBE" : "SUBSCRIBE", topic.name},
            [this, topic, serial = m_topics[topic].serial](
                const auto &result) { answered(topic, serial, result); });
    } else {
        m_messages.send({topic.isPattern ? "PUNSUBSCRIBE" : "UNSUBSCRIBE", topic.name}, {});
    }
}

void Client::answered(const Topic &topic, quint32 serial, const Result<Reply, CommandError> &result)
{
    const auto entry = m_topics.find(topic);
    if (entry == m_topics.end() || entry->serial != serial
        || (!result.ok() && result.error().reason != CommandError::Reason::Refused)) {
        return;
    }
    --m_asked;
    entry->standing = result.ok() ? Standing::Confirmed : Standing::Refused;
    const auto subscribers = entry->subscribers;
    for (Subscriber *subscriber : subscribers) {
        if (result.ok()) {
            subscriber->subscribed(topic);
        } else {
            subscriber->refused(topic, result.error().text);
        }
    }
    if (!result.ok() && result.error().text.startsWith("NOPERM")) {
        Q_EMIT problem(QStringLiteral("redis-noperm"),
            {status().user.isEmpty() ? QStringLiteral("default") : QString::fromUtf8(status().user),
                QString::fromUtf8(forbiddenCommand(
                    result.error().text, topic.isPattern ? "PSUBSCRIBE" : "SUBSCRIBE"))});
    }
    endOutage();
}

void Client::subscribeAgain()
{
    m_asked = static_cast<int>(m_topics.size());
    for (auto entry = m_topics.begin(); entry != m_topics.end(); ++entry) {
        entry->standing = Standing::Asked;
        entry->serial = ++m_serial;
        tell(entry.key(), true);
    }
    endOutage();
}

void Client::endOutage()
{
    if (m_lostAt && m_asked == 0 && m_messages.isReady()) {
        const auto length
            = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.now() - *m_lostAt);
        m_lostAt.reset();
        Q_EMIT gap(length);
    }
}

void Client::dispatch(const Message &message)
{
    const Topic topic
        = message.pattern.isEmpty() ? Topic{message.channel, false} : Topic{message.pattern, true};
    const auto subscribers = m_topics.value(topic).subscribers;
    if (std::ranges::any_of(subscribers, &Subscriber::isShown)) {
        record(Traffic::Kind::RedisIn, message, 0);
    }
    const auto revision = m_revision;
    for (Subscriber *subscriber : subscribers) {
        if (m_revision == revision || m_topics.value(topic).subscribers.contains(subscriber)) {
            subscriber->message(message);
        }
    }
}

void Client::publish(
    const QByteArray &channel, const QByteArray &body, PublishAnswer answer, bool isShown)
{
    Publication publication{channel, body, std::move(answer), isShown};
    if (m_commands.status().state == State::Off) {
        if (publication.answer) {
            publication.answer(CommandError{CommandError::Reason::NotConnected, {}});
        }
        return;
    }
    const auto out = m_queue.push(std::move(publication));
    m_dropped += out.size();
    for (const auto &dropped : out) {
        if (dropped.answer) {
            dropped.answer(CommandError{CommandError::Reason::Dropped, {}});
        }
    }
    flush();
}

void Client::flush()
{
    while (m_commands.isReady() && m_commands.unanswered() < m_limits.unansweredBytes) {
        auto publication = m_queue.pop();
        if (!publication) {
            return;
        }
        send(std::move(*publication));
    }
}

void Client::send(Publication publication)
{
    const QByteArrayList words{"PUBLISH", publication.channel, publication.body};
    m_commands.send(words, [this, publication = std::move(publication)](const auto &result) {
        Result<qint64, CommandError> answer = CommandError{};
        if (!result.ok()) {
            answer = result.error();
        } else if (!result->isInteger()) {
            answer = CommandError{CommandError::Reason::Unexpected, {}};
        } else {
            answer = result->integer;
        }
        if (answer.ok() && publication.isShown) {
            record(Traffic::Kind::RedisOut, {publication.channel, {}, publication.body}, *answer);
        }
        if (publication.answer) {
            publication.answer(answer);
        }
        flush();
    });
}

void Client::record(Traffic::Kind kind, const Message &message, qint64 count)
{
    if (m_tap == nullptr || !m_tap->isOn()) {
        return;
    }
    Traffic::Record record;
    record.kind = kind;
    record.count = static_cast<quint32>(count);
    record.size = static_cast<quint32>(message.body.size());
    record.event = message.channel;
    record.target = message.pattern;
    record.payload = message.body;
    m_tap->record(std::move(record));
}

void Client::discover(std::function<void(const Result<Discovery, CommandError> &)> done)
{
    command({"PUBSUB", "CHANNELS"}, [this, done = std::move(done)](const auto &result) {
        if (result.ok()) {
            countSubscribers(*result, done);
        } else {
            done(result.error());
        }
    });
}

void Client::countSubscribers(
    const Reply &names, const std::function<void(const Result<Discovery, CommandError> &)> &done)
{
    QByteArrayList channels;
    for (const Reply &name : names.items) {
        channels.append(name.text);
    }
    std::ranges::sort(channels);
    const bool isCut = channels.size() > mostDiscovered;
    command(QByteArrayList{"PUBSUB", "NUMSUB"}
            + channels.first(std::min<qsizetype>(channels.size(), mostDiscovered)),
        [done, isCut](const auto &result) {
            if (!result.ok()) {
                done(result.error());
                return;
            }
            Discovery discovery{{}, isCut};
            const auto &items = result->items;
            for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
                discovery.channels.append({items[i].text, items[i + 1].integer});
            }
            done(std::move(discovery));
        });
}

} // namespace Switchboard::Redis
