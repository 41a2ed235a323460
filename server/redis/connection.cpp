// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/connection.h"

#include "core/logging.h"
#include "redis/command.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Switchboard::Redis {

namespace {

bool isSubscription(const QByteArray &name)
{
    return name == "SUBSCRIBE" || name == "UNSUBSCRIBE" || name == "PSUBSCRIBE"
        || name == "PUNSUBSCRIBE";
}

/** Trying again would only repeat the refusal. */
bool needsPerson(Cause cause)
{
    return cause == Cause::WrongPassword || cause == Cause::NoPermission
        || cause == Cause::NoSuchDatabase;
}

bool allText(const std::vector<Reply> &items)
{
    return std::ranges::all_of(items, &Reply::isText);
}

} // namespace

Connection::Connection(Role role, const Clock &clock, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_role(role)
    , m_clock(clock)
    , m_limits(limits)
    , m_backoff(limits)
{
    m_retryTimer.setSingleShot(true);
    m_deadlineTimer.setSingleShot(true);
    m_pingTimer.setInterval(limits.pingInterval);
    connect(&m_retryTimer, &QTimer::timeout, this, &Connection::attempt);
    connect(&m_deadlineTimer, &QTimer::timeout, this, &Connection::checkDeadline);
    connect(&m_pingTimer, &QTimer::timeout, this, &Connection::ping);
}

Connection::~Connection() = default;

void Connection::open(const Url &url, const TlsOptions &tls)
{
    close();
    m_url = url;
    m_tls = tls;
    m_backoff.reset();
    attempt();
}

void Connection::close()
{
    m_retryTimer.stop();
    if (m_status.state != State::Off) {
        drop({});
    }
}

void Connection::retryNow()
{
    if (m_status.state == State::Reconnecting || m_status.state == State::Stopped) {
        m_retryTimer.stop();
        attempt();
    }
}

void Connection::attempt()
{
    m_status = {.state = State::Connecting,
        .cause = m_status.cause,
        .server = m_url.shown(),
        .user = m_url.user,
        .command = m_status.command,
        .detail = m_status.detail,
        .version = {}};
    m_reader = std::make_unique<ReplyReader>(m_limits.reply);
    m_link = std::make_unique<Link>(m_url, m_tls);
    connect(m_link.get(), &Link::opened, this, &Connection::enter);
    connect(m_link.get(), &Link::readable, this, &Connection::readAvailable);
    connect(m_link.get(), &Link::closed, this, &Connection::fail);
    m_deadlineTimer.start(m_limits.connectTime);
    m_link->open();
    Q_EMIT statusChanged();
}

void Connection::enter()
{
    m_deadlineTimer.stop();
    const auto commands = handshakeCommands(m_url);
    for (const auto &command : commands) {
        const bool isLast = &command == &commands.back();
        write(command, [this, command, isLast](const Result<Reply, CommandError> &result) {
            if (!result.ok() && result.error().reason != CommandError::Reason::Refused) {
                return; // the attempt has ended
            }
            const Reply reply = result.ok()
                ? *result
                : Reply{.type = Reply::Type::Error, .text = result.error().text, .items = {}};
            if (const auto failure = judgeHandshake(command, reply)) {
                fail(*failure);
                return;
            }
            if (command.front() == "INFO") {
                const auto info = readServerInfo(reply);
                m_status.version = info.version;
                m_status.isCluster = info.isCluster;
            }
            if (isLast) {
                becomeReady();
            }
        });
    }
}

void Connection::becomeReady()
{
    m_status.state = State::Connected;
    m_status.cause = Cause::None;
    m_status.command.clear();
    m_status.detail.clear();
    m_readySince = m_clock.now();
    m_pingTimer.start();
    qCInfo(lcRedis).noquote() << m_status.sentence();
    Q_EMIT ready();
    Q_EMIT statusChanged();
    ping();
}

void Connection::setMessageHandler(std::function<void(const Message &)> handler)
{
    m_messageHandler = std::move(handler);
}

void Connection::send(const QByteArrayList &command, Answer answer)
{
    if (isReady()) {
        write(command, std::move(answer));
    } else if (answer) {
        answer(CommandError{CommandError::Reason::NotConnected, {}});
    }
}

void Connection::write(const QByteArrayList &command, Answer answer)
{
    Q_ASSERT(m_role == Role::Commands || !isReady() || command.front() == "PING"
        || (isSubscription(command.front()) && command.size() == 2));
    const auto bytes = encodeCommand(command);
    m_pending.push_back(
        {command.front(), isSubscription(command.front()) ? command[1] : QByteArray(),
            std::move(answer), bytes.size(), m_clock.now() + m_limits.commandTime});
    m_unanswered += bytes.size();
    if (!m_deadlineTimer.isActive()) {
        m_deadlineTimer.start(m_limits.commandTime);
    }
    m_link->write(bytes);
}

void Connection::readAvailable()
{
    const Link *link = m_link.get();
    while (m_link.get() == link) {
        const auto bytes = m_link->read();
        if (bytes.isEmpty()) {
            return;
        }
        m_reader->feed(bytes);
        while (m_link.get() == link) {
            auto reply = m_reader->next();
            if (!reply) {
                break;
            }
            handle(*reply);
        }
        if (m_link.get() == link && m_reader->error()) {
            fail({Cause::Hostile, {}, QStringLiteral("unreadable bytes")});
        }
    }
}

void Connection::handle(Reply &reply)
{
    if (m_role == Role::Subscriber && deliver(reply)) {
        return;
    }
    if (m_pending.empty()) {
        fail({reply.isError() ? Cause::Lost : Cause::Hostile, {},
            reply.isError() ? QString::fromUtf8(reply.text) : QStringLiteral("unasked reply")});
        return;
    }
    const Pending pending = std::move(m_pending.front());
    m_pending.pop_front();
    m_unanswered -= pending.size;
    if (reply.isError()) {
        if (pending.answer) {
            pending.answer(CommandError{CommandError::Reason::Refused, reply.text});
        }
    } else if (!fits(pending, reply)) {
        if (pending.answer) {
            pending.answer(CommandError{CommandError::Reason::Unexpected, {}});
        }
        fail({Cause::Hostile, pending.name, QStringLiteral("unexpected reply")});
    } else if (pending.answer) {
        pending.answer(std::move(reply));
    }
}

/** True when @p reply was a message, or looked like one: nobody waits for it. */
bool Connection::deliver(Reply &reply)
{
    auto &items = reply.items;
    if (items.empty() || !items.front().isText()) {
        return false;
    }
    const bool hasPattern = items.front().text == "pmessage";
    if (!hasPattern && items.front().text != "message") {
        return false;
    }
    if (items.size() != (hasPattern ? 4U : 3U) || !allText(items)) {
        fail({Cause::Hostile, {}, QStringLiteral("malformed message")});
    } else if (m_messageHandler) {
        m_messageHandler({std::move(items[items.size() - 2].text),
            hasPattern ? std::move(items[1].text) : QByteArray(), std::move(items.back().text)});
    }
    return true;
}

bool Connection::fits(const Pending &pending, const Reply &reply) const
{
    const auto &items = reply.items;
    if (isSubscription(pending.name)) {
        return items.size() == 3 && items[0].isText() && items[0].text == pending.name.toLower()
            && items[1].isText() && items[1].text == pending.subject && items[2].isInteger();
    }
    if (pending.name == "PING" && m_role == Role::Subscriber && reply.isArray()) {
        return items.size() == 2 && allText(items) && items[0].text == "pong";
    }
    return m_role == Role::Commands || !isReady() || reply.isStatus("PONG");
}

void Connection::ping()
{
    if (m_isPinging || !isReady()) {
        return;
    }
    m_isPinging = true;
    write({"PING"}, [this, sent = m_clock.now()](const Result<Reply, CommandError> &result) {
        m_isPinging = false;
        if (result.ok()) {
            m_status.latency
                = std::chrono::duration_cast<std::chrono::microseconds>(m_clock.now() - sent);
            Q_EMIT statusChanged();
        }
    });
}

void Connection::checkDeadline()
{
    if (m_pending.empty()) {
        if (m_link && m_status.state == State::Connecting) {
            // Reached and not open: a server without TLS waits for more of our greeting.
            fail({m_link->isReached() ? Cause::TlsError : Cause::Timeout, {},
                QStringLiteral("no connection in time")});
        }
        return;
    }
    const auto left
        = std::chrono::ceil<std::chrono::milliseconds>(m_pending.front().deadline - m_clock.now());
    if (left.count() > 0) {
        m_deadlineTimer.start(left);
    } else {
        fail({isReady() ? Cause::Lost : Cause::Timeout, m_pending.front().name,
            QStringLiteral("no answer in time")});
    }
}

void Connection::fail(const Failure &failure)
{
    if (isReady() && m_clock.now() - m_readySince >= m_limits.stableAfter) {
        m_backoff.reset();
    }
    Status status{.state = needsPerson(failure.cause) ? State::Stopped : State::Reconnecting,
        .cause = failure.cause,
        .server = m_url.shown(),
        .user = m_url.user,
        .command = failure.command,
        .detail = failure.detail,
        .version = {}};
    if (status.state == State::Reconnecting) {
        status.retryIn = m_backoff.next(QRandomGenerator::global()->generateDouble());
        m_retryTimer.start(status.retryIn);
    }
    qCInfo(lcRedis).noquote() << status.sentence() << status.detail;
    drop(std::move(status));
}

/** Ends the present connection, if any, and then tells everyone. */
void Connection::drop(Status status)
{
    const bool wasReady = isReady();
    m_status = std::move(status);
    m_deadlineTimer.stop();
    m_pingTimer.stop();
    m_isPinging = false;
    m_unanswered = 0;
    m_reader.reset();
    if (m_link) {
        // It may be the one who is calling.
        m_link->disconnect(this);
        m_link.release()->deleteLater();
    }
    for (const auto &pending : std::exchange(m_pending, {})) {
        if (pending.answer) {
            pending.answer(CommandError{CommandError::Reason::Lost, {}});
        }
    }
    if (wasReady) {
        Q_EMIT lost();
    }
    Q_EMIT statusChanged();
}

} // namespace Switchboard::Redis
