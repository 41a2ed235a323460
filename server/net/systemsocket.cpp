// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/systemsocket.h"

#include <array>
#include <charconv>
#include <cstring>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Switchboard::Net::SystemSocket {

namespace {

/** Dotted decimal of four bytes; inet_ntop goes through printf, which every accept would pay for.
 */
QByteArray ipv4Text(const void *address)
{
    std::array<unsigned char, 4> bytes;
    std::memcpy(bytes.data(), address, bytes.size());
    std::array<char, INET_ADDRSTRLEN> text;
    char *at = text.data();
    for (const unsigned char byte : bytes) {
        if (at != text.data()) {
            *at++ = '.';
        }
        at = std::to_chars(at, text.data() + text.size(), byte).ptr;
    }
    return {text.data(), at - text.data()};
}

Endpoint endpoint(const sockaddr_storage &from)
{
    if (from.ss_family == AF_INET) {
        sockaddr_in v4;
        std::memcpy(&v4, &from, sizeof v4);
        return {ipv4Text(&v4.sin_addr), ntohs(v4.sin_port)};
    }
    if (from.ss_family == AF_INET6) {
        sockaddr_in6 v6;
        std::memcpy(&v6, &from, sizeof v6);
        if (IN6_IS_ADDR_V4MAPPED(&v6.sin6_addr)) {
            return {ipv4Text(&v6.sin6_addr.s6_addr[12]), ntohs(v6.sin6_port)};
        }
        std::array<char, INET6_ADDRSTRLEN> text{};
        inet_ntop(AF_INET6, &v6.sin6_addr, text.data(), text.size());
        return {QByteArray(text.data()), ntohs(v6.sin6_port)};
    }
    return {};
}

sockaddr *generic(sockaddr_storage *address)
{
    return reinterpret_cast<sockaddr *>(address);
}

template <typename T> void setOption(int descriptor, int level, int name, const T &value)
{
    setsockopt(descriptor, level, name, &value, sizeof value);
}

} // namespace

int accept(int listening, Endpoint *peer)
{
    sockaddr_storage from{};
    socklen_t size = sizeof from;
#ifdef Q_OS_LINUX
    const int descriptor
        = ::accept4(listening, generic(&from), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
#else
    const int descriptor = ::accept(listening, generic(&from), &size);
    if (descriptor >= 0) {
        fcntl(descriptor, F_SETFD, FD_CLOEXEC);
        fcntl(descriptor, F_SETFL, O_NONBLOCK);
    }
#endif
    if (descriptor >= 0) {
        *peer = endpoint(from);
    }
    return descriptor;
}

void prepare(int descriptor)
{
    setOption(descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
#ifdef TCP_USER_TIMEOUT
    constexpr unsigned int milliseconds = 45'000;
    setOption(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, milliseconds);
#endif
#ifdef SO_NOSIGPIPE
    setOption(descriptor, SOL_SOCKET, SO_NOSIGPIPE, 1);
#endif
}

ssize_t send(int descriptor, std::span<const iovec> buffers)
{
#ifdef MSG_NOSIGNAL
    constexpr int flags = MSG_NOSIGNAL;
#else
    constexpr int flags = 0;
#endif
    if (buffers.size() == 1) {
        return ::send(descriptor, buffers[0].iov_base, buffers[0].iov_len, flags);
    }
    msghdr message{};
    message.msg_iov = const_cast<iovec *>(buffers.data());
    message.msg_iovlen = buffers.size();
    return ::sendmsg(descriptor, &message, flags);
}

void refuse(int descriptor, QByteArrayView answer)
{
    const iovec buffer{const_cast<char *>(answer.data()), std::size_t(answer.size())};
    send(descriptor, {&buffer, 1});
    shutdown(descriptor, SHUT_WR);
    // Bytes left unread would turn the close into a reset, which may overtake the answer.
    std::array<char, 4096> rest;
    while (recv(descriptor, rest.data(), rest.size(), 0) == ssize_t(rest.size())) { }
    ::close(descriptor);
}

void resetOnClose(int descriptor)
{
    setOption(descriptor, SOL_SOCKET, SO_LINGER, linger{1, 0});
}

Endpoint peer(int descriptor)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    getpeername(descriptor, generic(&address), &size);
    return endpoint(address);
}

Endpoint local(int descriptor)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    getsockname(descriptor, generic(&address), &size);
    return endpoint(address);
}

std::optional<qsizetype> descriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) {
        return std::nullopt;
    }
    return qsizetype(limit.rlim_cur);
}

} // namespace Switchboard::Net::SystemSocket
