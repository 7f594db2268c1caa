//! The tables by name. What each is stands in the specification of the service: IS-QZSS-DCR-017, IS-QZSS-DCX-004, CAMF 1.2.

use super::table::{CAMF, DCR, DCX, Table};

pub(super) static AMBIGUITY_OF_ACTIVITY_TIME: Table = Table::new(DCR, "ambiguity_of_activity_time");
pub(super) static ASH_FALL_WARNING_CODE: Table = Table::new(DCR, "ash_fall_warning_code");
pub(super) static ASH_FALL_WARNING_TYPE: Table = Table::new(DCR, "ash_fall_warning_type");
pub(super) static COASTAL_REGION: Table = Table::new(DCR, "coastal_region");
pub(super) static DEPTH_OF_HYPOCENTER: Table = Table::new(DCR, "depth_of_hypocenter");
pub(super) static DISASTER_CATEGORY: Table = Table::new(DCR, "disaster_category");
pub(super) static EEW_FORECAST_REGION: Table = Table::new(DCR, "eew_forecast_region");
pub(super) static EEW_MAGNITUDE: Table = Table::new(DCR, "eew_magnitude");
pub(super) static EPICENTER_AND_HYPOCENTER: Table = Table::new(DCR, "epicenter_and_hypocenter");
pub(super) static EXPECTED_ASH_FALL_TIME: Table = Table::new(DCR, "expected_ash_fall_time");
pub(super) static FLOOD_FORECAST_REGION: Table = Table::by(DCR, "flood_forecast_region", 10_000_000_000);
pub(super) static FLOOD_WARNING_LEVEL: Table = Table::new(DCR, "flood_warning_level");
pub(super) static HYPOCENTER_MAGNITUDE: Table = Table::new(DCR, "hypocenter_magnitude");
pub(super) static INFORMATION_SERIAL_CODE: Table = Table::new(DCR, "information_serial_code");
pub(super) static INFORMATION_TYPE: Table = Table::new(DCR, "information_type");
pub(super) static LOCAL_GOVERNMENT: Table = Table::by(DCR, "local_government", 100_000);
pub(super) static LONG_PERIOD_GROUND_MOTION_LOWER_LIMIT: Table =
    Table::new(DCR, "long_period_ground_motion_lower_limit");
pub(super) static LONG_PERIOD_GROUND_MOTION_UPPER_LIMIT: Table =
    Table::new(DCR, "long_period_ground_motion_upper_limit");
pub(super) static MARINE_FORECAST_REGION: Table = Table::new(DCR, "marine_forecast_region");
pub(super) static MARINE_WARNING_CODE: Table = Table::new(DCR, "marine_warning_code");
pub(super) static NORTHWEST_PACIFIC_TSUNAMI_HEIGHT: Table = Table::new(DCR, "northwest_pacific_tsunami_height");
pub(super) static NOTIFICATION_ON_DISASTER_PREVENTION: Table = Table::new(DCR, "notification_on_disaster_prevention");
pub(super) static PREFECTURE: Table = Table::new(DCR, "prefecture");
pub(super) static REPORT_CLASSIFICATION: Table = Table::new(DCR, "report_classification");
pub(super) static SEISMIC_INTENSITY: Table = Table::new(DCR, "seismic_intensity");
pub(super) static SEISMIC_INTENSITY_LOWER_LIMIT: Table = Table::new(DCR, "seismic_intensity_lower_limit");
pub(super) static SEISMIC_INTENSITY_UPPER_LIMIT: Table = Table::new(DCR, "seismic_intensity_upper_limit");
pub(super) static TSUNAMI_FORECAST_REGION: Table = Table::new(DCR, "tsunami_forecast_region");
pub(super) static TSUNAMI_HEIGHT: Table = Table::new(DCR, "tsunami_height");
pub(super) static TSUNAMI_WARNING_CODE: Table = Table::new(DCR, "tsunami_warning_code");
pub(super) static TSUNAMIGENIC_POTENTIAL: Table = Table::new(DCR, "tsunamigenic_potential");
pub(super) static TYPHOON_CENTRAL_PRESSURE: Table = Table::new(DCR, "typhoon_central_pressure");
pub(super) static TYPHOON_ELAPSED_TIME_FROM_REFERENCE_TIME: Table =
    Table::new(DCR, "typhoon_elapsed_time_from_reference_time");
pub(super) static TYPHOON_INTENSITY_CATEGORY: Table = Table::new(DCR, "typhoon_intensity_category");
pub(super) static TYPHOON_MAXIMUM_GUST_WIND_SPEED: Table = Table::new(DCR, "typhoon_maximum_gust_wind_speed");
pub(super) static TYPHOON_MAXIMUM_WIND_SPEED: Table = Table::new(DCR, "typhoon_maximum_wind_speed");
pub(super) static TYPHOON_NUMBER: Table = Table::new(DCR, "typhoon_number");
pub(super) static TYPHOON_REFERENCE_TIME_TYPE: Table = Table::new(DCR, "typhoon_reference_time_type");
pub(super) static TYPHOON_SCALE_CATEGORY: Table = Table::new(DCR, "typhoon_scale_category");
pub(super) static VOLCANIC_WARNING_CODE: Table = Table::new(DCR, "volcanic_warning_code");
pub(super) static VOLCANO_NAME: Table = Table::new(DCR, "volcano_name");
pub(super) static WEATHER_FORECAST_REGION: Table = Table::new(DCR, "weather_forecast_region");
pub(super) static WEATHER_RELATED_DISASTER_SUB_CATEGORY: Table =
    Table::new(DCR, "weather_related_disaster_sub_category");
pub(super) static WEATHER_WARNING_STATE: Table = Table::new(DCR, "weather_warning_state");
pub(super) static A10: Table = Table::new(CAMF, "a10_library_version");
pub(super) static A11_A: Table = Table::new(CAMF, "a11_international_library");
pub(super) static A11_B: Table = Table::new(CAMF, "a11_international_library_b");
pub(super) static A11_B_CODE: Table = Table::new(CAMF, "a11_international_library_b_code");
pub(super) static A11_A_CODE: Table = Table::new(CAMF, "a11_international_library_code");
pub(super) static A11_JAPANESE: Table = Table::new(CAMF, "a11_japanese_library");
pub(super) static A17: Table = Table::new(CAMF, "a17_type_of_specific_settings");
pub(super) static A1: Table = Table::new(CAMF, "a1_message_type");
pub(super) static A2: Table = Table::new(CAMF, "a2_country_region_name");
pub(super) static A3_10: Table = Table::new(CAMF, "a3_provider_identifier_10");
pub(super) static A3_111: Table = Table::new(CAMF, "a3_provider_identifier_111");
pub(super) static A3_219: Table = Table::new(CAMF, "a3_provider_identifier_219");
pub(super) static A3_71: Table = Table::new(CAMF, "a3_provider_identifier_71");
pub(super) static A3_UNDEFINED: Table = Table::new(CAMF, "a3_provider_identifier_undefined");
pub(super) static A4_CATEGORY: Table = Table::new(CAMF, "a4_hazard_category");
pub(super) static A4_DEFINITION: Table = Table::new(CAMF, "a4_hazard_definition");
pub(super) static A4_TYPE: Table = Table::new(CAMF, "a4_hazard_type");
pub(super) static A5: Table = Table::new(CAMF, "a5_severity");
pub(super) static A6: Table = Table::new(CAMF, "a6_hazard_onset_week");
pub(super) static A8: Table = Table::new(CAMF, "a8_hazard_duration");
pub(super) static A9: Table = Table::new(CAMF, "a9_type_of_library");
pub(super) static C10: Table = Table::new(CAMF, "c10_instruction_library_for_second_ellipse");
pub(super) static C10_CODE: Table = Table::new(CAMF, "c10_instruction_library_for_second_ellipse_code");
pub(super) static D10: Table = Table::new(CAMF, "d10_damage_category");
pub(super) static D11: Table = Table::new(CAMF, "d11_tornado_probability");
pub(super) static D12: Table = Table::new(CAMF, "d12_hail_scale");
pub(super) static D13: Table = Table::new(CAMF, "d13_visibility");
pub(super) static D14: Table = Table::new(CAMF, "d14_snow_depth");
pub(super) static D15: Table = Table::new(CAMF, "d15_flood_severity");
pub(super) static D16: Table = Table::new(CAMF, "d16_lightning_intensity");
pub(super) static D17: Table = Table::new(CAMF, "d17_fog_level");
pub(super) static D18: Table = Table::new(CAMF, "d18_drought_level");
pub(super) static D19: Table = Table::new(CAMF, "d19_avalanche_warning_level");
pub(super) static D1: Table = Table::new(CAMF, "d1_magnitude_on_richter_scale");
pub(super) static D20: Table = Table::new(CAMF, "d20_ash_fall_amount_and_impact");
pub(super) static D21: Table = Table::new(CAMF, "d21_geomagnetic_scale");
pub(super) static D22: Table = Table::new(CAMF, "d22_terrorism_threat_level");
pub(super) static D23: Table = Table::new(CAMF, "d23_fire_risk_level");
pub(super) static D24: Table = Table::new(CAMF, "d24_water_quality");
pub(super) static D25: Table = Table::new(CAMF, "d25_uv_index");
pub(super) static D26: Table = Table::new(CAMF, "d26_number_of_cases_per_100000_inhabitants");
pub(super) static D27: Table = Table::new(CAMF, "d27_noise_range");
pub(super) static D28: Table = Table::new(CAMF, "d28_air_quality_index");
pub(super) static D29: Table = Table::new(CAMF, "d29_outage_estimated_duration");
pub(super) static D2: Table = Table::new(CAMF, "d2_seismic_coefficient");
pub(super) static D30: Table = Table::new(CAMF, "d30_nuclear_event_scale");
pub(super) static D31: Table = Table::new(CAMF, "d31_chemical_hazard_type");
pub(super) static D32: Table = Table::new(CAMF, "d32_biohazard_level");
pub(super) static D33: Table = Table::new(CAMF, "d33_biohazard_type");
pub(super) static D34: Table = Table::new(CAMF, "d34_explosive_hazard_type");
pub(super) static D35: Table = Table::new(CAMF, "d35_infection_type");
pub(super) static D36: Table = Table::new(CAMF, "d36_typhoon_category");
pub(super) static D4: Table = Table::new(CAMF, "d4_vector_length_between_centre_of_main_ellipse_and_epicentre");
pub(super) static D5: Table = Table::new(CAMF, "d5_wave_height");
pub(super) static D6: Table = Table::new(CAMF, "d6_temperature_range");
pub(super) static D7: Table = Table::new(CAMF, "d7_hurricane_category");
pub(super) static D8: Table = Table::new(CAMF, "d8_wind_speed");
pub(super) static D9: Table = Table::new(CAMF, "d9_rainfall_amounts");
pub(super) static EX1: Table = Table::new(DCX, "ex1_target_area_code");
pub(super) static EX2: Table = Table::new(DCX, "ex2_evacuate_direction_type");
pub(super) static EX9: Table = Table::new(DCX, "ex9_target_area_code");

/// All of them, to be looked over.
#[cfg(test)]
pub(super) static ALL: &[&Table] = &[
    &AMBIGUITY_OF_ACTIVITY_TIME,
    &ASH_FALL_WARNING_CODE,
    &ASH_FALL_WARNING_TYPE,
    &COASTAL_REGION,
    &DEPTH_OF_HYPOCENTER,
    &DISASTER_CATEGORY,
    &EEW_FORECAST_REGION,
    &EEW_MAGNITUDE,
    &EPICENTER_AND_HYPOCENTER,
    &EXPECTED_ASH_FALL_TIME,
    &FLOOD_FORECAST_REGION,
    &FLOOD_WARNING_LEVEL,
    &HYPOCENTER_MAGNITUDE,
    &INFORMATION_SERIAL_CODE,
    &INFORMATION_TYPE,
    &LOCAL_GOVERNMENT,
    &LONG_PERIOD_GROUND_MOTION_LOWER_LIMIT,
    &LONG_PERIOD_GROUND_MOTION_UPPER_LIMIT,
    &MARINE_FORECAST_REGION,
    &MARINE_WARNING_CODE,
    &NORTHWEST_PACIFIC_TSUNAMI_HEIGHT,
    &NOTIFICATION_ON_DISASTER_PREVENTION,
    &PREFECTURE,
    &REPORT_CLASSIFICATION,
    &SEISMIC_INTENSITY,
    &SEISMIC_INTENSITY_LOWER_LIMIT,
    &SEISMIC_INTENSITY_UPPER_LIMIT,
    &TSUNAMI_FORECAST_REGION,
    &TSUNAMI_HEIGHT,
    &TSUNAMI_WARNING_CODE,
    &TSUNAMIGENIC_POTENTIAL,
    &TYPHOON_CENTRAL_PRESSURE,
    &TYPHOON_ELAPSED_TIME_FROM_REFERENCE_TIME,
    &TYPHOON_INTENSITY_CATEGORY,
    &TYPHOON_MAXIMUM_GUST_WIND_SPEED,
    &TYPHOON_MAXIMUM_WIND_SPEED,
    &TYPHOON_NUMBER,
    &TYPHOON_REFERENCE_TIME_TYPE,
    &TYPHOON_SCALE_CATEGORY,
    &VOLCANIC_WARNING_CODE,
    &VOLCANO_NAME,
    &WEATHER_FORECAST_REGION,
    &WEATHER_RELATED_DISASTER_SUB_CATEGORY,
    &WEATHER_WARNING_STATE,
    &A10,
    &A11_A,
    &A11_B,
    &A11_B_CODE,
    &A11_A_CODE,
    &A11_JAPANESE,
    &A17,
    &A1,
    &A2,
    &A3_10,
    &A3_111,
    &A3_219,
    &A3_71,
    &A3_UNDEFINED,
    &A4_CATEGORY,
    &A4_DEFINITION,
    &A4_TYPE,
    &A5,
    &A6,
    &A8,
    &A9,
    &C10,
    &C10_CODE,
    &D10,
    &D11,
    &D12,
    &D13,
    &D14,
    &D15,
    &D16,
    &D17,
    &D18,
    &D19,
    &D1,
    &D20,
    &D21,
    &D22,
    &D23,
    &D24,
    &D25,
    &D26,
    &D27,
    &D28,
    &D29,
    &D2,
    &D30,
    &D31,
    &D32,
    &D33,
    &D34,
    &D35,
    &D36,
    &D4,
    &D5,
    &D6,
    &D7,
    &D8,
    &D9,
    &EX1,
    &EX2,
    &EX9,
];
