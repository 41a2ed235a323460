// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "bench/load.h"

#include <arpa/inet.h>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace Switchboard::Bench {

namespace {

/** A client's text frame, masked with zeros so that it can be repeated without work. */
std::string textFrame(const std::string &text)
{
    std::string frame;
    frame += char(0x81);
    if (text.size() < 126) {
        frame += char(0x80 | text.size());
    } else {
        frame += char(0x80 | 126);
        frame += char(text.size() >> 8);
        frame += char(text.size() & 0xFF);
    }
    frame.append(4, '\0');
    return frame + text;
}

/** Length of the whole server frame at @p data, or 0 when it is not complete. */
std::size_t frameSize(const char *data, std::size_t size)
{
    if (size < 2) {
        return 0;
    }
    const auto byte = [data](std::size_t i) { return static_cast<unsigned char>(data[i]); };
    std::size_t length = byte(1) & 127U;
    std::size_t head = 2;
    if (length == 126) {
        if (size < 4) {
            return 0;
        }
        length = std::size_t(byte(2)) << 8 | byte(3);
        head = 4;
    }
    return size >= head + length ? head + length : 0;
}

} // namespace

Load::Load(const Options &options)
    : m_options(options)
    , m_frame(
          textFrame("42[\"echo\",\"" + std::string(std::size_t(options.payloadBytes), 'x') + "\"]"))
{ }

Load::~Load()
{
    stop();
    for (Connection &connection : m_connections) {
        ::close(connection.descriptor);
    }
    if (m_epoll >= 0) {
        ::close(m_epoll);
    }
}

bool Load::handshake(Connection &connection)
{
    connection.descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_options.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(connection.descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address)
        != 0) {
        m_error = "cannot connect";
        return false;
    }
    const int on = 1;
    ::setsockopt(connection.descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const std::string request
        = "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:"
        + std::to_string(m_options.port)
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        + textFrame("40");
    // The CONNECT goes along; the server reads it once it has answered.
    if (::send(connection.descriptor, request.data(), request.size(), MSG_NOSIGNAL)
        != ssize_t(request.size())) {
        m_error = "cannot send the handshake";
        return false;
    }
    std::string answer;
    std::array<char, 4096> buffer{};
    while (answer.find("40{") == std::string::npos) {
        pollfd waiting{connection.descriptor, POLLIN, 0};
        const bool ready = ::poll(&waiting, 1, 5000) == 1;
        const ssize_t got
            = ready ? ::recv(connection.descriptor, buffer.data(), buffer.size(), 0) : 0;
        if (got <= 0) {
            m_error = "no answer to the handshake: " + answer;
            return false;
        }
        answer.append(buffer.data(), std::size_t(got));
    }
    ::fcntl(connection.descriptor, F_SETFL, O_NONBLOCK);
    return true;
}

bool Load::connect()
{
    m_epoll = ::epoll_create1(0);
    m_connections.resize(std::size_t(m_options.connections));
    for (std::size_t i = 0; i < m_connections.size(); ++i) {
        if (!handshake(m_connections[i])) {
            return false;
        }
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = i;
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_connections[i].descriptor, &event);
    }
    return true;
}

void Load::send(Connection &connection, int messages)
{
    std::string batch;
    for (int i = 0; i < messages; ++i) {
        batch += m_frame;
    }
    std::size_t sent = 0;
    while (sent < batch.size()) {
        const ssize_t wrote
            = ::send(connection.descriptor, batch.data() + sent, batch.size() - sent, MSG_NOSIGNAL);
        if (wrote < 0) {
            pollfd waiting{connection.descriptor, POLLOUT, 0};
            if (errno != EAGAIN || ::poll(&waiting, 1, 1000) != 1) {
                return;
            }
            continue;
        }
        sent += std::size_t(wrote);
    }
    connection.outstanding += messages;
}

void Load::read(Connection &connection)
{
    std::array<char, 65536> buffer;
    const ssize_t got = ::recv(connection.descriptor, buffer.data(), buffer.size(), 0);
    if (got <= 0) {
        return;
    }
    connection.pending.append(buffer.data(), std::size_t(got));
    std::size_t at = 0;
    int echoes = 0;
    while (const std::size_t size
        = frameSize(connection.pending.data() + at, connection.pending.size() - at)) {
        const bool isPing = connection.pending[at + 2] == '2' && size == 3;
        if (isPing) {
            const std::string pong = textFrame("3");
            ::send(connection.descriptor, pong.data(), pong.size(), MSG_NOSIGNAL);
        } else {
            ++echoes;
        }
        at += size;
    }
    connection.pending.erase(0, at);
    connection.outstanding -= echoes;
    m_received.fetch_add(std::uint64_t(echoes), std::memory_order_relaxed);
}

void Load::run()
{
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    double sent = 0;
    std::array<epoll_event, 256> events;
    const bool paced = m_options.rate > 0;
    if (!paced) {
        for (Connection &connection : m_connections) {
            send(connection, m_options.window);
        }
    }
    std::size_t next = 0;
    while (!m_stop.load(std::memory_order_relaxed)) {
        const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), paced ? 1 : 100);
        for (int i = 0; i < count; ++i) {
            Connection &connection = m_connections[events[std::size_t(i)].data.u64];
            read(connection);
            if (!paced) {
                send(connection, m_options.window - connection.outstanding);
            }
        }
        if (paced) {
            const double due
                = std::chrono::duration<double>(Clock::now() - begin).count() * m_options.rate;
            for (; sent < due; sent += 1) {
                Connection &connection = m_connections[next++ % m_connections.size()];
                // A server that falls behind is not buried; the rate then simply is not reached.
                if (connection.outstanding < 1000) {
                    send(connection, 1);
                }
            }
        }
    }
}

void Load::start()
{
    m_stop = false;
    m_thread = std::thread([this] { run(); });
}

void Load::stop()
{
    m_stop = true;
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

double Load::measure(std::chrono::milliseconds time) const
{
    const std::uint64_t before = received();
    const auto begin = std::chrono::steady_clock::now();
    std::this_thread::sleep_for(time);
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin;
    return double(received() - before) / passed.count();
}

} // namespace Switchboard::Bench
