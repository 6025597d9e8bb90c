namespace TbPersonalOs.Offline.Tests;

/// <summary>The functions that a planner is offered. Approving and rejecting are the owner's own and never listed.</summary>
internal static class Catalogue
{
    public static readonly IReadOnlyList<string> Functions =
    [
        "tasks_create_task", "tasks_list_tasks", "tasks_update_task", "tasks_complete_task", "tasks_delete_task",
        "reminders_set_reminder", "reminders_list_reminders", "reminders_snooze_reminder", "reminders_complete_reminder", "reminders_cancel_reminder",
        "calendar_create_event", "calendar_list_events", "calendar_update_event", "calendar_cancel_event", "calendar_find_free_time",
        "notes_save_note", "notes_search_notes", "notes_update_note", "notes_delete_note",
        "health_check_in", "health_list_check_ins",
        "profile_get_profile", "profile_update_profile", "profile_set_goal", "profile_list_goals", "profile_complete_goal",
        "inbox_capture", "inbox_list_inbox", "inbox_process_inbox_item",
        "actions_undo", "actions_explain", "actions_list_actions", "memory_forget",
        "assistant_today", "assistant_status", "assistant_cost", "assistant_set_language", "assistant_set_quiet_hours", "assistant_set_morning_brief", "assistant_new_conversation", "assistant_help",
    ];
}
