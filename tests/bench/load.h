// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace Switchboard::Bench {

/**
 * Socket.IO clients that ask for echoes over WebSocket as fast as they are answered, or at a rate.
 *
 * Raw sockets and one epoll loop, so that it costs less than the server it measures. Knows only
 * the wire: the server must echo event "echo" in the default namespace.
 *
 * Threads: runs its own; the functions below belong to the thread that made it.
 */
class Load
{
public:
    struct Options
    {
        std::uint16_t port = 0;
        int connections = 32;
        /** Messages outstanding per connection. */
        int window = 4;
        /** Messages per second of all connections together, 0 = as fast as they are answered. */
        double rate = 0;
        int payloadBytes = 64;
    };

    explicit Load(const Options &options);
    ~Load();
    Load(const Load &) = delete;
    Load &operator=(const Load &) = delete;

    /** Connects everybody. False with a reason in error() when one could not. */
    bool connect();
    void start();
    void stop();

    /** Echoes that came back so far. */
    std::uint64_t received() const { return m_received.load(std::memory_order_relaxed); }

    /** Echoes per second over the next @p time; start() comes first. */
    double measure(std::chrono::milliseconds time) const;

    const std::string &error() const { return m_error; }

private:
    struct Connection
    {
        int descriptor = -1;
        int outstanding = 0;
        std::string pending;
    };

    bool handshake(Connection &connection);
    void run();
    void send(Connection &connection, int messages);
    void read(Connection &connection);

    Options m_options;
    std::vector<Connection> m_connections;
    std::string m_frame;
    std::string m_error;
    std::thread m_thread;
    std::atomic<bool> m_stop{false};
    std::atomic<std::uint64_t> m_received{0};
    int m_epoll = -1;
};

} // namespace Switchboard::Bench
