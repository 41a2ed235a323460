// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/plainstream.h"

#include "net/systemsocket.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

namespace Switchboard::Net {

namespace {
constexpr qsizetype smallWrite = 1024;
constexpr qsizetype joinedSize = 4 * 1024;
constexpr std::size_t buffersPerCall = 64;
constexpr std::size_t queueKept = 4; // capacity an idle stream may keep

bool wouldBlock(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}
} // namespace

std::unique_ptr<PlainStream> PlainStream::open(Reactor &reactor, int descriptor,
    ConnectionLedger::Slot slot, std::chrono::milliseconds writeStall)
{
    std::unique_ptr<PlainStream> stream(
        new PlainStream(reactor, descriptor, std::move(slot), writeStall));
    if (!reactor.watch(descriptor, stream.get())) {
        ::close(std::exchange(stream->m_descriptor, -1));
        return nullptr;
    }
    SystemSocket::prepare(descriptor);
    return stream;
}

PlainStream::PlainStream(Reactor &reactor, int descriptor, ConnectionLedger::Slot slot,
    std::chrono::milliseconds writeStall)
    : m_reactor(reactor)
    , m_descriptor(descriptor)
    , m_slot(std::move(slot))
    , m_writeStall(writeStall)
{ }

PlainStream::~PlainStream()
{
    PlainStream::close();
}

Endpoint PlainStream::peer() const
{
    return SystemSocket::peer(m_descriptor);
}

Endpoint PlainStream::local() const
{
    return SystemSocket::local(m_descriptor);
}

void PlainStream::setReading(bool on)
{
    if (m_reading != on) {
        m_reading = on;
        updateInterest();
    }
}

void PlainStream::updateInterest()
{
    if (m_descriptor >= 0) {
        m_reactor.setInterest(m_descriptor, this, m_reading && !m_ended, m_blocked);
    }
}

void PlainStream::ready(quint8 events)
{
    if ((events & Writable) != 0) {
        flush();
    }
    if (m_descriptor < 0) {
        return;
    }
    if ((events & Readable) != 0 && m_reading && !m_ended) {
        receive();
    } else if ((events & HungUp) != 0) {
        breakDown();
    }
}

void PlainStream::receive()
{
    const std::span<char> all = m_reactor.receiveBuffer();
    const auto buffer = all.first(std::min(all.size(), std::size_t(m_readBudget)));
    const ssize_t count = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (count > 0) {
        if (m_listener) {
            m_listener->streamReceived(buffer.first(std::size_t(count)));
        }
    } else if (count == 0) {
        m_ended = true;
        updateInterest();
        if (m_listener) {
            m_listener->streamEnded();
        }
    } else if (!wouldBlock(errno)) {
        breakDown();
    }
}

void PlainStream::write(const QByteArray &bytes)
{
    if (m_descriptor < 0 || m_finishing || bytes.isEmpty()) {
        return;
    }
    m_queued += bytes.size();
    if (m_queue.empty() || bytes.size() > smallWrite) {
        m_queue.push_back(bytes);
        m_tailIsOurs = false;
    } else if (m_tailIsOurs && m_queue.back().size() + bytes.size() <= joinedSize) {
        m_queue.back().append(bytes);
    } else {
        QByteArray joined;
        joined.reserve(joinedSize);
        joined.append(bytes);
        m_queue.push_back(std::move(joined));
        m_tailIsOurs = true;
    }
    if (!m_blocked) {
        m_reactor.flushLater(this);
    }
}

void PlainStream::flush()
{
    if (m_descriptor < 0 || m_queued == 0) {
        return;
    }
    while (m_queued > 0) {
        std::array<iovec, buffersPerCall> buffers;
        std::size_t count = 0;
        qsizetype offered = 0;
        for (std::size_t i = m_head; i < m_queue.size() && count < buffers.size(); ++i) {
            const qsizetype skip = i == m_head ? m_headSent : 0;
            const qsizetype size = m_queue[i].size() - skip;
            buffers[count++] = {const_cast<char *>(m_queue[i].constData()) + skip, size_t(size)};
            offered += size;
        }
        const ssize_t sent = SystemSocket::send(m_descriptor, {buffers.data(), count});
        if (sent < 0 && !wouldBlock(errno)) {
            breakDown();
            return;
        }
        if (sent > 0) {
            dropSent(sent);
            if (m_stall) {
                m_stall->start(m_reactor.timers(), m_writeStall);
            }
        }
        if (sent < offered) {
            block();
            return;
        }
    }
    drained();
}

void PlainStream::dropSent(qsizetype sent)
{
    m_queued -= sent;
    while (sent > 0) {
        QByteArray &head = m_queue[m_head];
        const qsizetype rest = head.size() - m_headSent;
        if (sent < rest) {
            m_headSent += sent;
            return;
        }
        sent -= rest;
        head = QByteArray();
        ++m_head;
        m_headSent = 0;
    }
    // A peer that is always a little behind must not let the list of sent buffers grow.
    if (m_head > buffersPerCall && m_head * 2 > m_queue.size()) {
        m_queue.erase(m_queue.begin(), m_queue.begin() + std::ptrdiff_t(m_head));
        m_head = 0;
    }
}

void PlainStream::block()
{
    if (m_blocked) {
        return;
    }
    m_blocked = true;
    updateInterest();
    m_stall = std::make_unique<WheelTimer>([this] {
        reset();
        if (m_listener) {
            m_listener->streamBroken();
        }
    });
    m_stall->start(m_reactor.timers(), m_writeStall);
}

void PlainStream::drained()
{
    m_head = 0;
    m_headSent = 0;
    if (m_queue.capacity() > queueKept) {
        std::vector<QByteArray>().swap(m_queue);
    } else {
        m_queue.clear();
    }
    const bool hadBlocked = std::exchange(m_blocked, false);
    if (hadBlocked) {
        m_stall.reset();
        updateInterest();
    }
    if (m_finishing) {
        ::shutdown(m_descriptor, SHUT_WR);
    }
    if (m_listener) {
        m_listener->streamDrained(hadBlocked);
    }
}

void PlainStream::finish()
{
    if (m_descriptor < 0 || m_finishing) {
        return;
    }
    m_finishing = true;
    if (m_queued == 0) {
        ::shutdown(m_descriptor, SHUT_WR);
    }
}

void PlainStream::close()
{
    if (m_descriptor < 0) {
        return;
    }
    m_reactor.cancelFlush(this);
    m_reactor.unwatch(m_descriptor);
    ::close(std::exchange(m_descriptor, -1));
    m_slot = {};
    m_stall.reset();
    m_queue = {};
    m_head = 0;
    m_queued = 0;
    m_blocked = false;
}

void PlainStream::reset()
{
    if (m_descriptor >= 0) {
        SystemSocket::resetOnClose(m_descriptor);
        close();
    }
}

void PlainStream::breakDown()
{
    close();
    if (m_listener) {
        m_listener->streamBroken();
    }
}

} // namespace Switchboard::Net
