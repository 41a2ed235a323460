// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "net/endpoint.h"
#include "net/reactor.h"

#include <QByteArray>

#include <span>

namespace Switchboard::Net {

/**
 * Bytes to and from one peer in order: a TCP connection, with or without TLS.
 *
 * Reads hand over what one system call gave; writes are queued and leave together at the end of the
 * turn. Idle, it holds no buffer.
 *
 * Thread: engine thread. Lifetime: owned by its listener. To end it inside one of its own calls,
 * close() it and give it to Reactor::bury() (or bury whoever owns it).
 */
class Stream : public Mortal
{
public:
    class Listener
    {
    public:
        /** @p bytes are the listener's to change, during the call. */
        virtual void streamReceived(std::span<char> bytes) = 0;

        /** The peer will send no more; it may still read. */
        virtual void streamEnded() = 0;

        /** A flush emptied the queue. @p hadBlocked: the peer had been too slow before. */
        virtual void streamDrained(bool hadBlocked) = 0;

        /** Reset by the peer, or the peer stopped reading (L12). The stream is closed. */
        virtual void streamBroken() = 0;

    protected:
        ~Listener() = default;
    };

    /** Nobody is told anything while there is no listener. */
    void setListener(Listener *listener) { m_listener = listener; }

    /** Back-pressure: while off, the peer's bytes stay in the system. On at the start. */
    virtual void setReading(bool on) = 0;

    /** Most bytes handed over per turn (L35). */
    void setReadBudget(qsizetype bytes) { m_readBudget = bytes; }

    /** Queues @p bytes; they are shared, not copied, unless they are few. */
    virtual void write(const QByteArray &bytes) = 0;

    /** Bytes in user space. */
    virtual qsizetype queuedBytes() const = 0;

    /** The last flush left something, since the peer does not read fast enough. */
    virtual bool isBlocked() const = 0;

    /** Ends our direction once the queue is empty; the other stays open. */
    virtual void finish() = 0;

    /** Drops the queue and the connection at once. */
    virtual void close() = 0;

    /** The same, telling the peer with a reset. */
    virtual void reset() = 0;

    virtual bool isClosed() const = 0;

    /** streamEnded() has been called. */
    virtual bool hasEnded() const = 0;
    virtual bool isSecure() const = 0;
    virtual Endpoint peer() const = 0;
    virtual Endpoint local() const = 0;

protected:
    static constexpr qsizetype defaultReadBudget = 256 * 1024;

    Listener *m_listener = nullptr;
    qsizetype m_readBudget = defaultReadBudget;
};

} // namespace Switchboard::Net
