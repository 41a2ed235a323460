// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engine/dashboard.h"

#include <QApplication>
#include <QQmlApplicationEngine>
#include <QSize>
#include <QTemporaryDir>
#include <QtTest>
#include <QWebSocket>

#include <memory>
#include <vector>

class QQuickItem;
class QQuickWindow;

/**
 * The whole window over a real server on a free port, with settings and presets of its own.
 *
 * Make one QApplication first, and call prepareUi() before that, as UI_TEST_MAIN does. With
 * SWITCHBOARD_QML set to the folder qml/, its files are read from there, to see a change without
 * a build.
 */
class UiFixture
{
public:
    UiFixture();
    ~UiFixture();
    Q_DISABLE_COPY_MOVE(UiFixture)

    /** Loads Main.qml and shows it in @p size. False with a warning when it does not load. */
    bool load(QSize size = QSize(1440, 900));

    /** Starts the server and waits for it. */
    bool start();

    QQuickWindow *window() const { return m_window; }

    Switchboard::App::Dashboard &dashboard() { return *m_dashboard; }

    /** The first item of the window whose accessible name is @p name; nullptr when there is none.
     */
    QQuickItem *named(const QString &name) const;

    /** Clicks the middle of @p item. */
    void click(QQuickItem *item) const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Switchboard::App::Dashboard> m_dashboard;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr; // the engine's
};

/** A client of the chat demo over a WebSocket, for traffic that looks like work. */
class DemoClient
{
public:
    /** Connects to @p url ("http://127.0.0.1:3000") and joins @p nsp as @p name. */
    DemoClient(const QString &url, const QString &nsp, const QString &name);

    bool isJoined() const { return m_joined; }

    /** @p packet after the namespace, such as ["message",{}] or 7["message"] with an ack id. */
    void emitEvent(const QString &packet);

private:
    QWebSocket m_socket;
    QString m_nsp;
    bool m_joined = false;
};

/** Settles what must stand before a test that draws; see UI_TEST_MAIN. */
void prepareUiTest();
void startUiTest();

/** main() of a test that draws. The application outlives what the test holds. */
#define UI_TEST_MAIN(Test)                                                                         \
    int main(int argc, char **argv)                                                                \
    {                                                                                              \
        prepareUiTest();                                                                           \
        QApplication application(argc, argv);                                                      \
        startUiTest();                                                                             \
        Test test;                                                                                 \
        return QTest::qExec(&test, argc, argv);                                                    \
    }
