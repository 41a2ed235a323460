// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "redis/backoff.h"
#include "redis/link.h"
#include "redis/replyreader.h"
#include "redis/status.h"

#include <QByteArrayList>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>

namespace Switchboard::Redis {

/** Why a command brought no reply to work with. */
struct CommandError
{
    enum class Reason : quint8 {
        NotConnected = 1,
        Lost, // sent, and whether it was carried out is unknown
        Refused, // an error reply; see text
        Unexpected, // a reply of another shape than the command's
        Dropped, // waited in a queue that ran over
    };

    Reason reason = Reason::NotConnected;
    QByteArray text;
};

using Answer = std::function<void(const Result<Reply, CommandError> &)>;

/** What was published on a channel. */
struct Message
{
    QByteArray channel;
    /** Of the subscription it came by; empty: the channel's own. */
    QByteArray pattern;
    QByteArray body;
};

/**
 * A connection to one Redis server that is kept up until close(), by trying again for ever with
 * growing waits (L45).
 *
 * Enters (AUTH, SELECT ...), pipelines commands, matches replies in order, measures the round trip
 * by PING and gives up on a server that does not answer. Every reply is taken as a stranger's
 * word: one that does not fit ends this attempt (Cause::Hostile), nothing else. Commands in flight
 * at an end are answered with an error and never sent again.
 *
 * Two roles, since a connection that has subscribed speaks another dialect: Commands takes any
 * command with one reply; Subscriber takes SUBSCRIBE and its kin, one channel at a time.
 *
 * Thread: the one it lives in. Answers and signals may call any method but must not delete the
 * connection. Protocol: RESP2.
 */
class Connection : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connection)

public:
    enum class Role : quint8 { Commands, Subscriber };

    Connection(Role role, const Clock &clock, const Limits &limits, QObject *parent = nullptr);
    ~Connection() override;

    void open(const Url &url, const TlsOptions &tls = {});
    void close();
    /** Ends a wait, or tries again after State::Stopped. */
    void retryNow();

    const Status &status() const { return m_status; }

    bool isReady() const { return m_status.state == State::Connected; }

    /** Bytes sent to the server and not answered yet. */
    qsizetype unanswered() const { return m_unanswered; }

    /** Answered exactly once, at once when there is no connection. */
    void send(const QByteArrayList &command, Answer answer);

    /** One receiver; Role::Subscriber. */
    void setMessageHandler(std::function<void(const Message &)> handler);

Q_SIGNALS:
    void statusChanged();
    void ready();
    /** After ready(): messages may have been missed from now on. */
    void lost();

private:
    struct Pending
    {
        QByteArray name;
        QByteArray subject; // of SUBSCRIBE and its kin
        Answer answer;
        qsizetype size = 0;
        MonotonicTime deadline{};
    };

    void attempt();
    void enter();
    void becomeReady();
    void write(const QByteArrayList &command, Answer answer);
    void readAvailable();
    void handle(Reply &reply);
    bool deliver(Reply &reply);
    bool fits(const Pending &pending, const Reply &reply) const;
    void ping();
    void checkDeadline();
    void fail(const Failure &failure);
    void drop(Status status);

    const Role m_role;
    const Clock &m_clock;
    const Limits m_limits;
    Url m_url;
    TlsOptions m_tls;
    Status m_status;
    Backoff m_backoff;
    std::unique_ptr<Link> m_link;
    std::unique_ptr<ReplyReader> m_reader;
    std::deque<Pending> m_pending;
    std::function<void(const Message &)> m_messageHandler;
    qsizetype m_unanswered = 0;
    MonotonicTime m_readySince{};
    bool m_isPinging = false;
    QTimer m_retryTimer;
    QTimer m_deadlineTimer;
    QTimer m_pingTimer;
};

} // namespace Switchboard::Redis
