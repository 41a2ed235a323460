// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "redis/connection.h"
#include "redis/publishqueue.h"
#include "traffic/trafficrecord.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

namespace Switchboard::Traffic {
class Tap;
}

namespace Switchboard::Redis {

/** What one subscribes to: a channel, or all channels that match a pattern. */
struct Topic
{
    QByteArray name;
    bool isPattern = false;

    friend bool operator==(const Topic &, const Topic &) = default;

    friend size_t qHash(const Topic &topic, size_t seed = 0)
    {
        return qHashMulti(seed, topic.name, topic.isPattern);
    }
};

/** Receives messages; one call per message, on the client's thread. */
class Subscriber
{
public:
    virtual ~Subscriber() = default;

    /** May subscribe and unsubscribe anybody. */
    virtual void message(const Message &message) = 0;

    /** Redis has confirmed: messages published from now on arrive. Again after each outage. */
    virtual void subscribed(const Topic &) { }

    /** Redis refuses; @p error is its answer. Tried again after the next outage. */
    virtual void refused(const Topic &, const QByteArray & /*error*/) { }

    /** False: its messages are machinery, not for the operator's list of traffic. */
    virtual bool isShown() const { return true; }
};

/** A channel somebody listens to. */
struct ChannelInfo
{
    QByteArray name;
    qint64 subscribers = 0;
};

/** What Redis tells of its channels. */
struct Discovery
{
    QList<ChannelInfo> channels; // by name
    /** Channels beyond Client::mostDiscovered are left out. */
    bool isCut = false;
};

/**
 * The engine's way to one Redis server: two connections, subscriptions and publishing.
 *
 * A topic is subscribed to once however many Subscribers want it, and again after every outage;
 * what was published meanwhile is gone, which gap() tells. Messages published while Redis is away
 * wait in a bounded queue; those in flight when it goes are not sent twice.
 *
 * What passes is told to the tap: event is the channel, target the pattern, payload the body as it
 * is, count how many got it.
 *
 * Thread: engine thread. Subscribers are loans: they outlive their subscriptions, or end them by
 * unsubscribeAll(). Clock and tap outlive the client.
 */
class Client : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Client)

public:
    static constexpr int mostDiscovered = 10'000;

    explicit Client(const Clock &clock, Traffic::Tap *tap = nullptr, const Limits &limits = {},
        QObject *parent = nullptr);
    ~Client() override;

    /** Connects, and stays connected. Subscriptions made before or since last time hold. */
    void open(const Url &url, const TlsOptions &tls = {});
    /** Messages still waiting are dropped. */
    void close();
    void retryNow();

    /** Of both connections: the one that is worse off. */
    const Status &status() const;

    /** False when a limit is reached or the name is empty. A second time is the same as once. */
    bool subscribe(const Topic &topic, Subscriber &subscriber);
    void unsubscribe(const Topic &topic, Subscriber &subscriber);
    void unsubscribeAll(Subscriber &subscriber);

    int topicCount() const { return static_cast<int>(m_topics.size()); }

    /** @param answer called once; maybe at once. @param isShown false: machinery (see Subscriber)
     */
    void publish(const QByteArray &channel, const QByteArray &body, PublishAnswer answer = {},
        bool isShown = true);

    /** Any other command; not queued while Redis is away. */
    void command(const QByteArrayList &words, Answer answer)
    {
        m_commands.send(words, std::move(answer));
    }

    void discover(std::function<void(const Result<Discovery, CommandError> &)> done);

    /** Messages pushed out of the queue so far. */
    quint64 dropped() const { return m_dropped; }

    qsizetype queued() const { return m_queue.count(); }

Q_SIGNALS:
    void statusChanged();
    /** All topics are subscribed again; messages of the last @p length were missed. */
    void gap(std::chrono::milliseconds length);
    /** Something an operator should read; once per kind until the connection is well again. */
    void problem(const QString &id, const QStringList &arguments);

private:
    enum class Standing : quint8 { Asked, Confirmed, Refused };

    struct Entry
    {
        QList<Subscriber *> subscribers;
        Standing standing = Standing::Asked;
        quint32 serial = 0; // tells a late answer from that of a newer subscription
    };

    void tell(const Topic &topic, bool subscribe);
    void answered(const Topic &topic, quint32 serial, const Result<Reply, CommandError> &result);
    void subscribeAgain();
    void endOutage();
    void dispatch(const Message &message);
    void flush();
    void send(Publication publication);
    void record(Traffic::Kind kind, const Message &message, qint64 count);
    void countSubscribers(const Reply &names,
        const std::function<void(const Result<Discovery, CommandError> &)> &done);
    void report();

    const Clock &m_clock;
    Traffic::Tap *m_tap;
    const Limits m_limits;
    Connection m_commands;
    Connection m_messages;
    QHash<Topic, Entry> m_topics;
    quint32 m_serial = 0;
    int m_asked = 0; // topics Redis has not answered for
    quint64 m_revision = 0; // of who is subscribed to what
    std::optional<MonotonicTime> m_lostAt;
    PublishQueue m_queue;
    quint64 m_dropped = 0;
    QString m_reported;
};

} // namespace Switchboard::Redis
