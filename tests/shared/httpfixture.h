// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "net/httpserver.h"

#include <QTest>

#include <deque>
#include <functional>
#include <memory>

namespace Switchboard::Testing {

/** Keeps the requests it gets, with their responders, or answers them by a function. */
class RecordingHandler final : public Net::HttpHandler
{
public:
    struct Call
    {
        Net::HttpRequest request;
        Net::HttpResponder responder;
    };

    qsizetype maxBody(const Net::HttpRequest &) override { return bodyLimit; }

    void handle(Net::HttpRequest request, Net::HttpResponder responder) override
    {
        ++count;
        if (answer) {
            answer(request, responder);
        } else {
            calls.push_back({std::move(request), std::move(responder)});
        }
    }

    /** Answers what is still waiting, so that no responder dies unanswered. */
    void dismiss()
    {
        for (Call &call : calls) {
            call.responder.abort();
        }
        calls.clear();
    }

    qsizetype bodyLimit = 1000;
    int count = 0;
    std::function<void(Net::HttpRequest &, Net::HttpResponder &)> answer;
    std::deque<Call> calls;
};

/** An HttpServer on a free loopback port with a RecordingHandler behind it. */
class HttpFixture
{
public:
    explicit HttpFixture(Net::Reactor::Backend backend = Net::Reactor::Backend::Default,
        const Clock *clock = nullptr)
        : reactor(Net::Reactor::create(clock, backend))
        , server(std::make_unique<Net::HttpServer>(*reactor, config, handler))
    { }

    ~HttpFixture()
    {
        handler.dismiss();
        server.reset();
    }

    /** 0 when it cannot listen. */
    quint16 listen()
    {
        const auto result = server->listen(QHostAddress(QHostAddress::LocalHost), 0);
        port = result ? result.value() : quint16(0);
        return port;
    }

    /** Moves a manual clock and lets the timers that are due fire. */
    void advance(ManualClock &clock, std::chrono::milliseconds by)
    {
        clock.advance(by);
        reactor->timers().advance();
    }

    QByteArray get(const QByteArray &target, const QByteArray &more = {}) const
    {
        return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\n"
            + more + "\r\n";
    }

    quint64 counted(Counter counter) const { return reactor->counters().value(counter); }

    ServerConfig config;
    RecordingHandler handler;
    std::unique_ptr<Net::Reactor> reactor;
    std::unique_ptr<Net::HttpServer> server;
    quint16 port = 0;
};

} // namespace Switchboard::Testing
