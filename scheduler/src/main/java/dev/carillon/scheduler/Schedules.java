package dev.carillon.scheduler;

import dev.carillon.scheduler.engine.FiringEngine;
import dev.carillon.scheduler.engine.Wakeup;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.ScheduleStore;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.time.Occurrences;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Makes, finds and changes schedules. Whatever way a schedule is made (a chat, an agent's tool,
/// the API, the config file), it is made here and obeys the same rules.
///
/// Who may see or change which schedule is decided by the callers, who know who asks.
public final class Schedules {
    private static final int LIST_MOST = 500;
    private static final String MERGED = "snoozed to a time at which it comes anyway";

    private final ScheduleStore store;
    private final RunStore runs;
    private final Transactions transactions;
    private final FiringEngine engine;
    private final Wakeup wakeup;
    private final GuardRails rails;
    private final InstantSource clock;
    private final Ids ids;

    public Schedules(
            ScheduleStore store,
            RunStore runs,
            Transactions transactions,
            FiringEngine engine,
            Wakeup wakeup,
            GuardRails rails,
            InstantSource clock,
            Ids ids) {
        this.store = store;
        this.runs = runs;
        this.transactions = transactions;
        this.engine = engine;
        this.wakeup = wakeup;
        this.rails = rails;
        this.clock = clock;
        this.ids = ids;
    }

    /// Makes a schedule.
    ///
    /// @param creationKey where given, a second call with it makes nothing and returns the schedule
    ///   that the first one made
    /// @throws ScheduleRefused when it would never fire, or its time is past
    public Schedule create(Terms terms, Owner owner, @Nullable String creationKey) {
        return create(terms, owner, creationKey, now());
    }

    /// Makes a schedule that was asked for a while ago: what has become due since then comes at
    /// once, late.
    ///
    /// @throws ScheduleRefused as when it was asked for now
    public Schedule create(
            Terms terms, Owner owner, @Nullable String creationKey, Instant askedAt) {
        Schedule created =
                transactions.write(() ->
                        made(creationKey)
                                .orElseGet(() -> insert(terms, owner, creationKey, askedAt)));
        wakeup.signal();
        return created;
    }

    private Optional<Schedule> made(@Nullable String creationKey) {
        return creationKey == null ? Optional.empty() : store.findByCreationKey(creationKey);
    }

    private Schedule insert(
            Terms terms, Owner owner, @Nullable String creationKey, Instant askedAt) {
        Instant now = now();
        if (owner.kind() != Owner.Kind.CONFIG) {
            Naming.requireUnlikeNumber(terms.name());
        }
        Terms bounded = bounded(terms, owner, now);
        if (owner.kind() == Owner.Kind.AGENT) {
            OwnLimits.requireRoom(
                    terms,
                    rails.of(terms.agent()),
                    store.countRecurringOfAgent(terms.destination(), terms.agent()));
        }
        Instant first = FirstDue.of(bounded, now, askedAt);
        ScheduleId id = ids.nextScheduleId();
        Schedule schedule =
                new Schedule(
                        id,
                        store.nextNumber(terms.destination()),
                        Jitter.apply(bounded, owner, id),
                        owner,
                        Schedule.State.startingAt(first),
                        now);
        store.insert(schedule, creationKey);
        return schedule;
    }

    private Terms bounded(Terms terms, Owner owner, Instant now) {
        return owner.kind() == Owner.Kind.AGENT
                ? OwnLimits.apply(terms, rails.of(terms.agent()), now)
                : terms;
    }

    public Optional<Schedule> find(ScheduleId id) {
        return store.find(id);
    }

    /// The schedule of a chat with that number.
    public Optional<Schedule> find(Destination destination, int number) {
        return store.find(destination, number);
    }

    /// The schedule that was made with a creation key.
    public Optional<Schedule> findByCreationKey(String creationKey) {
        return store.findByCreationKey(creationKey);
    }

    /// The live schedules that the operator's config file declared.
    public List<Schedule> declared() {
        return store.liveOf(Owner.Kind.CONFIG);
    }

    /// Schedules that match, those due soonest first; at most 500.
    public List<Schedule> list(ScheduleFilter filter) {
        return store.list(filter, LIST_MOST);
    }

    /// The next occurrences of a schedule as it stands, a snoozed one included.
    public List<Instant> upcoming(Schedule schedule, int count) {
        return Upcoming.of(schedule, clock.instant(), count);
    }

    /// Puts new terms in the place of the old ones; the next occurrence is computed anew when the
    /// trigger changed. A finished schedule comes to life again if the new trigger fires.
    ///
    /// @throws ScheduleRefused when there is no such schedule, or it would never fire
    public Schedule update(ScheduleId id, Terms terms) {
        return revise(id, _ -> terms);
    }

    /// The same with terms that are made from the old ones, as they are when they are replaced.
    public Schedule revise(ScheduleId id, UnaryOperator<Terms> revision) {
        return change(
                id,
                schedule -> {
                    Instant now = now();
                    Terms terms = revision.apply(schedule.terms());
                    if (!Objects.equals(terms.name(), schedule.terms().name())) {
                        Naming.requireUnlikeNumber(terms.name());
                    }
                    return Changes.terms(
                            numbered(schedule, terms.destination()),
                            bounded(terms, schedule.owner(), now),
                            now);
                });
    }

    /// In another chat its number may be taken.
    private Schedule numbered(Schedule schedule, Destination next) {
        Destination before = schedule.destination();
        boolean isSameChat =
                before.gateway().equals(next.gateway()) && before.chat().equals(next.chat());
        return isSameChat ? schedule : schedule.numbered(store.nextNumber(next));
    }

    /// Stops a schedule from firing.
    ///
    /// @param until when the pause ends by itself; absent: when somebody resumes it
    /// @throws ScheduleRefused when there is no such schedule, or it is over
    public Schedule pause(ScheduleId id, @Nullable Instant until) {
        return change(id, schedule -> Changes.pause(schedule, until, now()));
    }

    /// Stops a schedule for a reason of ours, which it shows. What somebody has paused until it is
    /// resumed stays as it is, and so does what failed or is over.
    ///
    /// @throws ScheduleRefused when there is no such schedule
    public Schedule pauseFor(ScheduleId id, PauseReason reason) {
        return change(id, schedule -> Changes.pauseFor(schedule, reason));
    }

    /// Lets a schedule fire again that was paused because of the config file; no other.
    ///
    /// @throws ScheduleRefused when there is no such schedule
    public Schedule resumeDeclared(ScheduleId id) {
        return change(id, schedule -> Changes.resumeDeclared(schedule, now()));
    }

    /// Lets a paused schedule fire again, from now on.
    ///
    /// @throws ScheduleRefused when there is no such schedule, or it is over
    public Schedule resume(ScheduleId id) {
        return change(id, schedule -> Changes.resume(schedule, now()));
    }

    /// Ends a schedule; its runs stay readable. Cancelling twice is no error.
    ///
    /// @throws ScheduleRefused when there is no such schedule
    public Schedule cancel(ScheduleId id) {
        return change(id, Changes::cancel);
    }

    /// Moves one occurrence without touching the recurrence: the one that fired last or the one to
    /// come, whichever is nearer to now.
    ///
    /// @throws ScheduleRefused when there is no such schedule, or `until` is not in the future
    public Schedule snooze(ScheduleId id, Instant until) {
        Instant now = now();
        return transactions.write(() -> {
            Schedule before = store.lock(id).orElseThrow(() -> unknown(id));
            Schedule after = change(id, schedule -> Snooze.apply(schedule, until, now));
            Snooze.merged(before, after)
                    .filter(moved -> !runs.exists(id, moved))
                    .ifPresent(moved -> skip(before, moved, MERGED, now));
            return after;
        });
    }

    /// When an occurrence comes that is snoozed by a length of time: the one to come that much
    /// later than planned, the one that just fired that much later than now.
    public Instant snoozedBy(Schedule schedule, Duration delay) {
        return Snooze.from(schedule, clock.instant()).plus(delay);
    }

    /// Lets a recurring schedule that ends go on for a while: as long as agents may make their own
    /// at first, from now.
    ///
    /// @throws ScheduleRefused when there is no such schedule, it is over, or it has no end
    public Schedule renew(ScheduleId id) {
        return change(
                id, schedule -> Changes.renew(schedule, rails.of(schedule.terms().agent()), now()));
    }

    /// Leaves the next occurrence out, with a run row that says so.
    ///
    /// @throws ScheduleRefused when there is no such schedule, or nothing is to come
    public Schedule skipNext(ScheduleId id) {
        Instant now = now();
        return transactions.write(() -> {
            Schedule before = store.lock(id).orElseThrow(() -> unknown(id));
            Instant due = Changes.requireNext(before);
            skip(before, due, "skipped on request", now);
            return change(id, Changes::skipNext);
        });
    }

    private void skip(Schedule schedule, Instant due, String reason, Instant now) {
        runs.insertAll(List.of(Changes.skippedRun(ids.nextRunId(), schedule, due, reason, now)));
    }

    /// Fires a schedule now, besides its own occurrences, which it leaves alone.
    ///
    /// @throws ScheduleRefused when there is no such schedule, it was cancelled, or a run of it is
    ///   at work
    public RunId runNow(ScheduleId id) {
        Changes.requireNotCancelled(store.find(id).orElseThrow(() -> unknown(id)));
        return engine.fireNow(id);
    }

    /// The latest runs of a schedule, newest first.
    public List<Run> runs(ScheduleId id, int most) {
        return runs.latest(id, most);
    }

    public Optional<Run> findRun(RunId id) {
        return runs.find(id);
    }

    /// The run of a schedule that was due at an instant, or within the minute that begins there.
    public Optional<Run> findRun(ScheduleId id, Instant dueAt) {
        return runs.findDue(id, dueAt);
    }

    /// Runs fired at or after an instant, newest first.
    public List<Run> runsSince(Instant since, Run.@Nullable Status status, int most) {
        return runs.since(since, status, most);
    }

    /// The next occurrences of a trigger that is not stored.
    public List<Instant> preview(Trigger trigger, Instant from, int count) {
        return Occurrences.next(trigger, from, count);
    }

    private Schedule change(ScheduleId id, UnaryOperator<Schedule> change) {
        Schedule changed = store.update(id, change).orElseThrow(() -> unknown(id));
        wakeup.signal();
        return changed;
    }

    /// In milliseconds, as the store keeps instants.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ScheduleRefused unknown(ScheduleId id) {
        return ScheduleRefused.notFound("there is no schedule " + id);
    }
}
