// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "bench/load.h"
#include "engine/servercontrol.h"
#include "qml/uifixture.h"
#include "shell/uisetup.h"
#include "socketio/event.h"
#include "socketio/namespace.h"
#include "socketio/server.h"
#include "socketio/socket.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QQuickWindow>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Switchboard;
using namespace Switchboard::App;
using Bench::Load;

namespace {

/** How long the GUI thread keeps the next event waiting, and how often it draws. */
class FrameWatch
{
public:
    explicit FrameWatch(QQuickWindow *window)
    {
        QObject::connect(window, &QQuickWindow::frameSwapped, &m_timer, [this] { ++m_frames; });
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            if (m_clock.isValid()) {
                m_gaps.push_back(double(m_clock.nsecsElapsed()) / 1e6);
            }
            m_clock.start();
        });
    }

    void start()
    {
        m_gaps.clear();
        m_frames = 0;
        m_clock.invalidate();
        m_timer.start(0);
    }

    void stop() { m_timer.stop(); }

    double longest() const { return *std::max_element(m_gaps.begin(), m_gaps.end()); }

    double percentile(double part)
    {
        std::sort(m_gaps.begin(), m_gaps.end());
        return m_gaps[std::size_t(double(m_gaps.size() - 1) * part)];
    }

    int frames() const { return m_frames; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<double> m_gaps;
    int m_frames = 0;
};

/** Echoes per second while the GUI thread lives on for @p milliseconds. */
double rateFor(const Load &load, int milliseconds)
{
    const quint64 before = load.received();
    QElapsedTimer clock;
    clock.start();
    QTest::qWait(milliseconds);
    return double(load.received() - before) * 1000.0 / double(clock.elapsed());
}

} // namespace

int main(int argc, char **argv)
{
    prepareUi();
    QApplication application(argc, argv);
    UiFixture ui;
    if (!ui.load() || !ui.start()) {
        std::fprintf(stderr, "the window did not come up\n");
        return 1;
    }
    Dashboard &dashboard = ui.dashboard();
    dashboard.host().post([](Server &server) {
        server.io().onConnection([](SocketIo::Socket &socket) {
            socket.on("echo", [](SocketIo::Socket &s, const SocketIo::Event &event) {
                s.emit("echo", event.args());
            });
        });
    });
    Q_EMIT dashboard.pageRequested(QStringLiteral("traffic"), {});
    QTest::qWait(500);
    FrameWatch frames(ui.window());

    Load::Options paced;
    paced.port = dashboard.server()->port();
    // Each echo is an event in and an event out.
    paced.rate = 25'000;
    {
        Load load(paced);
        if (!load.connect()) {
            std::fprintf(stderr, "%s\n", load.error().c_str());
            return 1;
        }
        load.start();
        QTest::qWait(1000);
        frames.start();
        const double rate = rateFor(load, 5000);
        frames.stop();
        load.stop();
        std::printf("Traffic page at %.0f events/s: %.1f frames/s, GUI thread kept waiting "
                    "99 %% under %.1f ms, at most %.1f ms\n",
            rate * 2, frames.frames() / 5.0, frames.percentile(0.99), frames.longest());
    }

    Load::Options open;
    open.port = paced.port;
    open.connections = 100;
    open.window = 1;
    Load load(open);
    if (!load.connect()) {
        std::fprintf(stderr, "%s\n", load.error().c_str());
        return 1;
    }
    load.start();
    std::vector<double> ratios;
    for (int round = 0; round < 5; ++round) {
        // In turn, so that a drifting machine drifts for both.
        dashboard.host().setRecording(false);
        QTest::qWait(300);
        const double off = rateFor(load, 1500);
        dashboard.host().setRecording(true);
        QTest::qWait(300);
        const double on = rateFor(load, 1500);
        std::printf(
            "echoes/s: %.0f with recording off, %.0f with the window watching, ratio %.2f\n", off,
            on, on / off);
        ratios.push_back(on / off);
    }
    std::sort(ratios.begin(), ratios.end());
    std::printf("median ratio %.2f\n", ratios[ratios.size() / 2]);
    load.stop();
    return 0;
}
