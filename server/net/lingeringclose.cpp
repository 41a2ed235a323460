// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/lingeringclose.h"

namespace Switchboard::Net {

void LingeringClose::start(
    std::unique_ptr<Stream> stream, Reactor &reactor, std::chrono::milliseconds patience)
{
    if (stream->isClosed()) {
        reactor.bury(std::move(stream));
        return;
    }
    std::unique_ptr<LingeringClose> lingering(
        new LingeringClose(std::move(stream), reactor, patience));
    lingering->m_stream->setListener(lingering.get());
    lingering->m_stream->setReading(true);
    lingering->m_ended = lingering->m_stream->hasEnded();
    lingering->m_stream->finish();
    LingeringClose *kept = lingering.get();
    reactor.keep(std::move(lingering));
    if (kept->m_stream->queuedBytes() == 0) {
        kept->streamDrained(false);
    }
}

LingeringClose::LingeringClose(
    std::unique_ptr<Stream> stream, Reactor &reactor, std::chrono::milliseconds patience)
    : m_stream(std::move(stream))
    , m_reactor(reactor)
    , m_patience(patience)
    , m_deadline([this] {
        m_stream->reset();
        done();
    })
{ }

void LingeringClose::streamReceived(std::span<char> bytes)
{
    Q_UNUSED(bytes);
}

void LingeringClose::streamEnded()
{
    m_ended = true;
    if (m_stream->queuedBytes() == 0) {
        done();
    }
}

void LingeringClose::streamDrained(bool hadBlocked)
{
    Q_UNUSED(hadBlocked);
    if (m_ended) {
        done();
    } else {
        m_deadline.start(m_reactor.timers(), m_patience);
    }
}

void LingeringClose::streamBroken()
{
    done();
}

void LingeringClose::done()
{
    m_stream->close();
    m_deadline.stop();
    m_reactor.buryKept(this);
}

} // namespace Switchboard::Net
