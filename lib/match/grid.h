/* SPDX-License-Identifier: MIT */
/* The grid of a part: what each statement of a profile shows of each of the part's units (grid.c).
 */
#ifndef JMI_MATCH_GRID_H
#define JMI_MATCH_GRID_H

#include "match/match.h"

#define JMI_LEVEL_CAP 600 /* of 1000: shown at too low a level: partly at most */

/* What one statement shows of one unit. */
typedef struct jmi_cell {
  uint16_t credit;
  uint8_t how;
  uint8_t level; /* when it is too low; JMI_LEVEL_NONE otherwise */
  int32_t months;
} jmi_cell;

typedef struct jmi_grid {
  jmi_matcher *matcher;
  const jmi_reading *reading;
  const jmi_part *part;
  jmi_cell *cells; /* unit-major: cells[unit * statements + statement] */
  uint32_t units, statements;
  uint8_t level; /* needed */
} jmi_grid;

static inline jmi_cell *jmi_grid_row(const jmi_grid *g, uint32_t unit)
{
  return g->cells + (size_t)unit * g->statements;
}

static inline const jmi_unit *jmi_grid_unit(const jmi_grid *g, uint32_t unit)
{
  return &g->reading->units[g->part->first_unit + unit];
}

/* Fills a grid, its cells in the matcher's scratch. JM_ERR_MEMORY is the only failure. */
jm_status jmi_grid_fill(jmi_grid *grid) JM_MUST_USE;

#endif
