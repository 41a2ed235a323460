// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/timerwheel.h"
#include "net/connectionledger.h"
#include "net/stream.h"

#include <chrono>
#include <memory>
#include <vector>

namespace Switchboard::Net {

/**
 * Stream over a bare TCP socket.
 *
 * One system call per direction and turn: recv() into the reactor's buffer, sendmsg() of all that
 * was queued. Small writes behind one another are joined. An idle stream holds no buffer.
 *
 * Thread and lifetime: see Stream.
 */
class PlainStream final : public Stream, private Watcher, private Flushable
{
public:
    /**
     * Takes over @p descriptor, which must not block, and starts reading.
     *
     * @param slot       kept until the stream is closed
     * @param writeStall how long the peer may read nothing at all (L12)
     * @return nullptr when the system cannot watch it; it is closed then
     */
    static std::unique_ptr<PlainStream> open(Reactor &reactor, int descriptor,
        ConnectionLedger::Slot slot, std::chrono::milliseconds writeStall);
    ~PlainStream() override;
    Q_DISABLE_COPY_MOVE(PlainStream)

    void setReading(bool on) override;
    void write(const QByteArray &bytes) override;

    qsizetype queuedBytes() const override { return m_queued; }

    bool isBlocked() const override { return m_blocked; }

    void finish() override;
    void close() override;
    void reset() override;

    bool isClosed() const override { return m_descriptor < 0; }

    bool hasEnded() const override { return m_ended; }

    bool isSecure() const override { return false; }

    Endpoint peer() const override;
    Endpoint local() const override;

private:
    PlainStream(Reactor &reactor, int descriptor, ConnectionLedger::Slot slot,
        std::chrono::milliseconds writeStall);

    void ready(quint8 events) override;
    void flush() override;
    void receive();
    void updateInterest();
    void dropSent(qsizetype sent);
    void block();
    void drained();
    void breakDown();

    Reactor &m_reactor;
    int m_descriptor;
    bool m_reading = true;
    bool m_ended = false;
    bool m_blocked = false;
    bool m_finishing = false;
    bool m_tailIsOurs = false; // the last buffer is a joined one that may grow
    ConnectionLedger::Slot m_slot;
    std::vector<QByteArray> m_queue;
    std::size_t m_head = 0; // first buffer not sent yet
    qsizetype m_headSent = 0; // bytes of it that are
    qsizetype m_queued = 0;
    std::chrono::milliseconds m_writeStall;
    std::unique_ptr<WheelTimer> m_stall; // exists while blocked
};

} // namespace Switchboard::Net
