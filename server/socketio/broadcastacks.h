// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/sid.h"
#include "socketio/acktable.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <functional>
#include <memory>

namespace Switchboard::SocketIo {

/** One client's answer to a broadcast that asked for acks. */
struct BroadcastReply
{
    Sid socket{};
    /** Serial of the client, 0 when it lives elsewhere in the cluster. */
    quint32 client = 0;
    AckReply::Outcome outcome = AckReply::Outcome::Answered;
    /** Raw arguments of the answer, separated by commas. */
    QByteArray json{};
    QList<QByteArray> attachments{};
    std::chrono::microseconds latency{0};

    bool answered() const { return outcome == AckReply::Outcome::Answered; }
};

/**
 * Collects the answers to one broadcast, in the order in which they come.
 *
 * Whoever sends to clients says expect() for each and hands every outcome to take(); the end is
 * told once, when all expected outcomes are there and seal() has said that no more are to come.
 *
 * Thread: engine thread. Shared by the ack entries that feed it; nothing else holds it.
 */
class BroadcastAcks
{
public:
    using Ptr = std::shared_ptr<BroadcastAcks>;
    using Each = std::function<void(const BroadcastReply &)>;
    using Done = std::function<void(const QList<BroadcastReply> &)>;

    BroadcastAcks(Done done, Each each)
        : m_done(std::move(done))
        , m_each(std::move(each))
    { }

    void expect(int count) { m_missing += count; }

    void take(BroadcastReply reply);
    void seal();

private:
    void finishIfComplete();

    Done m_done;
    Each m_each;
    QList<BroadcastReply> m_replies;
    int m_missing = 0;
    bool m_sealed = false;
};

} // namespace Switchboard::SocketIo
