//! The contract of a storage backend: one suite, one line per backend.

mod api_keys;
mod capture;
mod decisions;
mod desk;
mod doors;
mod faces;
mod harness;
mod idempotency;
mod jobs;
mod journey;
mod sample;
mod schema;
mod sessions;
mod support;
mod transactions;

/// Makes a test of every case for one backend.
macro_rules! storage_contract {
    ($backend:ident, $start:path) => {
        mod $backend {
            storage_contract!(@cases $start;
                transactions: a_dropped_transaction_leaves_nothing, a_failed_statement_spoils_the_commit,
                    writers_at_once_all_get_through, reading_needs_no_writer_and_cannot_write, a_text_with_nul_is_refused;
                sessions: a_session_reads_back_in_every_state, a_change_by_another_is_never_lost,
                    an_update_needs_a_reading, a_token_can_be_replaced, pages_follow_each_other, what_is_over_is_found,
                    an_impossible_row_is_named, names_are_not_in_the_clear, after_erasing_nothing_opens,
                    what_a_document_says_is_sealed_and_goes_with_the_key,
                    keys_are_wrapped_anew_after_rotation, a_foreign_master_key_opens_nothing;
                capture: evidence_keeps_its_order_and_is_unique, a_challenge_is_spent_once;
                journey: a_look_is_kept_once_and_in_order, a_chosen_way_is_replaced_and_forgotten,
                    pieces_follow_each_other_and_go_together, waits_are_measured_from_decisions;
                decisions: a_decision_reads_back_to_the_last_bit, rows_of_record_cannot_be_changed,
                    a_number_that_is_none_is_refused, every_reason_reads_back;
                jobs: two_workers_never_hold_one_job, a_lease_that_ran_out_goes_on, a_failure_waits_and_then_dies,
                    a_key_keeps_a_job_single, a_worker_that_vanished_at_last_leaves_a_dead_letter, kinds_are_kept_apart;
                idempotency: of_many_claims_one_is_new, an_answer_is_given_again, what_was_given_up_can_be_claimed;
                desk: a_person_reads_back_and_a_code_is_used_once, a_login_is_found_until_it_ends,
                    a_code_generator_is_not_in_the_clear, a_case_in_hand_reads_back, looks_are_added_and_never_changed;
                faces: a_face_is_searched_among_those_of_others, a_face_is_sealed_and_goes_with_the_key,
                    both_sides_of_a_match_know_it;
                support: a_handoff_is_found_by_each_of_its_secrets, a_request_for_help_reads_back_and_goes_with_the_key;
                doors: a_link_to_levels_is_found_until_it_is_purged, an_address_is_sealed_and_goes_with_the_key,
                    a_mail_is_settled_once, a_passkey_is_found_by_its_credential;
                api_keys: a_key_is_found_by_its_hash_and_revoked_once;
                schema: migrating_twice_changes_nothing, another_schema_is_named;
            );
        }
    };
    (@cases $start:path; $($module:ident: $($case:ident),* ;)*) => {
        $($(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() {
                let backend = $start().await;
                crate::$module::$case(&backend).await;
                backend.remove().await;
            }
        )*)*
    };
}

storage_contract!(sqlite, crate::harness::sqlite);
storage_contract!(postgres, crate::harness::postgres);
